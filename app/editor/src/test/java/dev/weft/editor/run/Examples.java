package dev.weft.editor.run;

import dev.weft.editor.document.Document;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.WorkflowFormatException;
import dev.weft.graph.json.WorkflowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Workflows that the tests of runs work with.
public final class Examples {
    private Examples() {}

    /// Four pictures in one style, in as few steps as show something.
    public static Workflow styleAligned(int steps) {
        Path file = Path.of(System.getProperty("weft.home", "../.."), "examples", "style-aligned.weft.json");
        try {
            return WorkflowReader.parse(Files.readString(file), "style-aligned")
                    .withParameter("sampler", "steps", JsonNumber.of(steps));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (WorkflowFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A new document of it.
    public static Document document(Workflow workflow) {
        return new Document(workflow, Optional.empty());
    }
}
