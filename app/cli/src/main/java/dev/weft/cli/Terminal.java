package dev.weft.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;

/// Where a command writes: results to `out`, progress and problems to `err`.
///
/// @param out standard output
/// @param err standard error
/// @param columns width of the terminal that standard error goes to; nothing if it goes elsewhere, or to a terminal
/// that cannot move its cursor
/// @param colours whether `err` may be coloured
public record Terminal(PrintStream out, PrintStream err, OptionalInt columns, boolean colours) {
    /// The terminal of this process. The launcher tells what Java cannot find out: whether standard error is a terminal
    /// and how wide (property `weft.columns`).
    static Terminal ofProcess(Map<String, String> environment) {
        OptionalInt columns = detectColumns();
        boolean dumb = "dumb".equals(environment.get("TERM"));
        String noColour = environment.get("NO_COLOR");
        boolean colours = columns.isPresent() && !dumb && (noColour == null || noColour.isEmpty());
        return new Terminal(
                stream(FileDescriptor.out, StandardCharsets.UTF_8),
                stream(FileDescriptor.err, System.err.charset()),
                dumb ? OptionalInt.empty() : columns,
                colours);
    }

    /// Whether `err` can show characters beyond ASCII.
    public boolean unicode() {
        return err.charset().equals(StandardCharsets.UTF_8);
    }

    private static OptionalInt detectColumns() {
        String told = System.getProperty("weft.columns");
        return told != null && told.matches("[1-9][0-9]{0,4}")
                ? OptionalInt.of(Integer.parseInt(told))
                : OptionalInt.empty();
    }

    private static PrintStream stream(FileDescriptor descriptor, Charset charset) {
        return new PrintStream(new FileOutputStream(descriptor), true, charset);
    }
}
