package dev.weft.cli.progress;

/// Draws bars and marks, coloured or not, in Unicode or ASCII.
final class Painter {
    private static final String RESET = "\u001b[0m";
    private final boolean colours;
    private final boolean unicode;

    Painter(boolean colours, boolean unicode) {
        this.colours = colours;
        this.unicode = unicode;
    }

    String done() {
        return paint("32", unicode ? "✓" : "+");
    }

    String failed() {
        return paint("31", unicode ? "✗" : "x");
    }

    String skipped() {
        return paint("33", "-");
    }

    String working() {
        return paint("36", unicode ? "●" : "*");
    }

    String faint(String text) {
        return paint("2", text);
    }

    /// A bar of `columns` characters of which `share` is filled.
    String bar(double share, int columns) {
        int filled = (int) Math.round(share * columns);
        String full = (unicode ? "━" : "#").repeat(filled);
        String rest = (unicode ? "─" : ".").repeat(columns - filled);
        return paint("36", full) + faint(rest);
    }

    private String paint(String code, String text) {
        return !colours || text.isEmpty() ? text : "\u001b[" + code + "m" + text + RESET;
    }
}
