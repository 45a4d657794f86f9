package dev.weft.editor.node;

/// How much of a node is drawn, which depends on the zoom.
public enum Detail {
    /// Everything; from 60 %.
    FULL,
    /// Head, ports and previews, fields as bars; from 35 %.
    REDUCED,
    /// One rectangle with a title.
    SHELL;

    /// The detail for a zoom; 1 is 100 %.
    public static Detail at(double zoom) {
        return zoom >= 0.6 ? FULL : zoom >= 0.35 ? REDUCED : SHELL;
    }
}
