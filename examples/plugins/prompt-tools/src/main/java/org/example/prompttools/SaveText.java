package org.example.prompttools;

import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.record.Input;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.RecordNode;
import dev.weft.nodes.api.record.Text;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// `prompt-tools:save`: an end in itself, so it is terminal and says which files it has written.
@Node(
        value = "prompt-tools:save",
        title = "Save Text",
        category = "prompt",
        description = "Writes a text to a file in the output folder.",
        terminal = true)
final class SaveText extends RecordNode<SaveText.In, SaveText.Out> {
    private static final int LAST = 99_999;

    record In(
            @Input("The text.") String text,

            @Text(value = "How the file's name begins; a number is added that is free.", initial = "prompt")
            String name) {}

    record Out() {}

    @Override
    protected Out execute(In in, NodeContext context) throws NodeException {
        try {
            Path folder = context.outputFolder();
            Files.createDirectories(folder);
            context.saved(write(folder, in));
            return new Out();
        } catch (InvalidPathException e) {
            throw new NodeException("name", "'" + in.name() + "' cannot begin a file's name here; choose another.");
        } catch (IOException e) {
            throw new NodeException("The text could not be written: " + e.getMessage() + ".", e);
        }
    }

    /// Creating a file only where there is none keeps runs at the same time apart.
    private static Path write(Path folder, In in) throws IOException, NodeException {
        for (int number = 1; number <= LAST; number++) {
            Path file = folder.resolve("%s_%05d.txt".formatted(in.name(), number));
            if (!file.normalize().startsWith(folder.normalize())) {
                throw new NodeException("name", "'" + in.name() + "' leads out of the output folder; choose another.");
            }
            try {
                return Files.writeString(file, in.text(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException _) {
                // The next number may be free.
            }
        }
        throw new NodeException("name", "All numbers for '" + in.name() + "' are taken; choose another name.");
    }
}
