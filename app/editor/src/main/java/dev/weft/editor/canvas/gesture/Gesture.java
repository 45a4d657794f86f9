package dev.weft.editor.canvas.gesture;

/// One thing that people do with the pointer, from press to release.
interface Gesture {
    /// The pointer was moved far enough to count as a drag.
    void drag(Pointer pointer);

    /// The button was released after a drag.
    void drop(Pointer pointer);

    /// The button was released where it was pressed.
    default void click(Pointer pointer) {}

    /// It was given up; what it previewed must go.
    void cancel();
}
