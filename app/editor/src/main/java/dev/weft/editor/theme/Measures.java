package dev.weft.editor.theme;

/// Lengths of the visual design, in pixels at 100 % UI scale. JavaFX style sheets can look up colours only.
public final class Measures {
    /// The window's smallest size.
    public static final double MINIMUM_WIDTH = 1024;
    /// The window's smallest size.
    public static final double MINIMUM_HEIGHT = 640;
    /// Height of the top bar.
    public static final double TOP_BAR = 44;
    /// Height of the status bar.
    public static final double STATUS_BAR = 28;
    /// Usual width of the sidebar.
    public static final double SIDEBAR = 208;
    /// Width of a drawer.
    public static final double DRAWER = 320;
    /// Distance of the dots on the canvas.
    public static final double DOTS = 24;
    /// What positions on the canvas snap to.
    public static final double SNAP = 8;
    /// Height of a node's head.
    public static final double NODE_HEAD = 32;
    /// Height of a row that holds ports.
    public static final double PORT_ROW = 24;
    /// Height of a field.
    public static final double FIELD = 24;
    /// Gap between fields.
    public static final double FIELD_GAP = 4;
    /// Padding in a node's blocks.
    public static final double NODE_PADDING = 8;
    /// Width and height of a port's glyph.
    public static final double PORT = 12;
    /// Centre of the first port below a node's upper edge: 1 border, 32 head, 4 padding, half a row.
    public static final double FIRST_PORT = 49;
    /// Narrowest node.
    public static final double MINIMUM_NODE_WIDTH = 136;

    private Measures() {}
}
