package dev.weft.editor.canvas.model;

import org.jspecify.annotations.Nullable;

/// Whether something is the very object that it was: records that were not replaced did not change, which is
/// known
/// without looking into them.
public final class Identity {
    private Identity() {}

    /// Whether both are one object.
    @SuppressWarnings("ReferenceEquality")
    public static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == other;
    }
}
