package dev.weft.graph.json;

import java.util.OptionalInt;

/// A text is not a workflow that this version of Weft can read. The message is one sentence for the user: which
/// file, which line and column where that is known, what is wrong and what to do.
public final class WorkflowFormatException extends Exception {
    private static final long serialVersionUID = 1;

    private final String source;
    private final int line;
    private final int column;

    WorkflowFormatException(String source, String problem) {
        super(source + ": " + problem);
        this.source = source;
        this.line = 0;
        this.column = 0;
    }

    WorkflowFormatException(String source, int line, int column, String problem) {
        super(source + ", line " + line + ", column " + column + ": " + problem);
        this.source = source;
        this.line = line;
        this.column = column;
    }

    /// The file, or what else the text came from.
    public String source() {
        return source;
    }

    /// The line at fault, counted from 1.
    public OptionalInt line() {
        return line == 0 ? OptionalInt.empty() : OptionalInt.of(line);
    }

    /// The column at fault, counted in UTF-16 units from 1.
    public OptionalInt column() {
        return column == 0 ? OptionalInt.empty() : OptionalInt.of(column);
    }
}
