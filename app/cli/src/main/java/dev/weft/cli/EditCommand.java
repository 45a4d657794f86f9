package dev.weft.cli;

import dev.weft.editor.Editor;
import dev.weft.editor.EditorException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `weft edit`, which is also what `weft` alone does.
@Command(
        name = "edit",
        header = "Opens the editor, a window in which workflows are built, run and looked at.",
        description = {"", "Without a command, weft does the same."},
        footerHeading = "%nExamples:%n",
        footer = {"  weft", "  weft edit examples/style-aligned.weft.json"})
final class EditCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Workflows to open, or pictures that carry the workflow that made them.")
    private List<Path> files = List.of();

    EditCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.log(false);
        try {
            Editor.open(session.installation(), files);
            return ExitCode.DONE;
        } catch (EditorException e) {
            session.complain(String.valueOf(e.getMessage()));
            return ExitCode.FAILED;
        }
    }
}
