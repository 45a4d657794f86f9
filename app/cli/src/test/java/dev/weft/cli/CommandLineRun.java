package dev.weft.cli;

import dev.weft.runtime.Installation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// One call of the command line within this process.
///
/// @param code its exit code
/// @param out what it wrote to standard output
/// @param err what it wrote to standard error
record CommandLineRun(int code, String out, String err) {
    /// A workflow of three nodes: `say` (titled "The words"), `slow` and `save`.
    static final String WORKFLOW = """
            {
              "weft": 1,
              "nodes": [
                {"id": "say", "type": "probe:text", "version": 1, "title": "The words",
                  "parameters": {"text": "hello"}},
                {"id": "slow", "type": "probe:slow", "version": 1, "parameters": {}},
                {"id": "save", "type": "probe:save", "version": 1, "parameters": {}}
              ],
              "links": [
                {"from": "say.out", "to": "slow.in"},
                {"from": "slow.out", "to": "save.in"}
              ]
            }
            """;

    /// Runs without a terminal.
    static CommandLineRun of(String... arguments) {
        return of(OptionalInt.empty(), arguments);
    }

    /// Runs on a terminal of this width.
    static CommandLineRun of(OptionalInt columns, String... arguments) {
        return of(
                Map.of("WEFT_DATA", Path.of("target", "data").toString(), "WEFT_ALLOW_ALL_PLUGINS", "1"),
                columns,
                arguments);
    }

    /// Runs in this environment.
    static CommandLineRun of(Map<String, String> environment, OptionalInt columns, String... arguments) {
        return of(Installation.ofProcess(environment), columns, arguments);
    }

    /// Runs of a Weft that lies there.
    static CommandLineRun of(Installation installation, OptionalInt columns, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Session session = new Session(new Terminal(stream(out), stream(err), columns, false), installation);
        int code = Weft.run(session, arguments);
        return new CommandLineRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    List<String> outLines() {
        return out.lines().toList();
    }

    /// Writes a file and gives its path.
    static String file(Path folder, String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.writeString(file, text);
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
