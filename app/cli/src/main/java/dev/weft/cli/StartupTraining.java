package dev.weft.cli;

import dev.weft.editor.Editor;
import dev.weft.editor.EditorException;
import dev.weft.runtime.Installation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Does once what people do, so that the JVM can note which classes and methods that takes (JEP 483 and 514). The
/// launcher runs it after each build, and gives what was noted to every later start.
///
/// Nothing depends on its success: what it does not reach is only not made faster.
public final class StartupTraining {
    private StartupTraining() {}

    /// Runs an example of a few steps into a temporary folder, or shows it in the editor.
    ///
    /// @param arguments `edit` for the editor
    public static void main(String[] arguments) throws IOException, EditorException {
        ByteArrayOutputStream ignored = new ByteArrayOutputStream();
        PrintStream nowhere = new PrintStream(ignored, true, StandardCharsets.UTF_8);
        Path example = Path.of("examples", "style-aligned.weft.json");
        Path folder = Files.createTempDirectory("weft-training");
        Map<String, String> environment = new HashMap<>(System.getenv());
        // Nobody's own queue is touched.
        environment.put("WEFT_DATA", folder.resolve("data").toString());
        Session session = new Session(
                new Terminal(nowhere, nowhere, OptionalInt.of(80), true), Installation.ofProcess(environment));
        try {
            if (List.of(arguments).contains("edit")) {
                Editor.rehearse(session.installation(), List.of(example));
            } else {
                command(session, example, folder);
            }
        } finally {
            delete(folder);
        }
    }

    private static void command(Session session, Path example, Path folder) {
        Weft.run(session, "--version");
        Weft.run(session, "nodes");
        Weft.run(session, "models");
        Weft.run(session, "run", example.toString(), "--output", folder.toString(), "--set", "sampler.steps=2");
        Weft.run(session, "queue", "add", example.toString());
        Weft.run(session, "queue");
        Weft.run(session, "queue", "cancel", "--all");
        Weft.run(session, "history");
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
