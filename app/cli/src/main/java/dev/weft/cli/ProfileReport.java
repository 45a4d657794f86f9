package dev.weft.cli;

import dev.weft.cli.progress.ProfileView;
import dev.weft.runtime.profile.ExecutionTimes;
import dev.weft.runtime.profile.Profile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells where the time of a command's executions went.
///
/// @param files the files that were run
/// @param trace where the trace is written
record ProfileReport(Session session, List<GivenFile> files, Path trace) {
    void tell(Profile profile) {
        Terminal terminal = session.terminal();
        ProfileView view = new ProfileView(terminal.err(), terminal.columns(), terminal.unicode());
        List<GivenFile> untold = new ArrayList<>(files);
        for (ExecutionTimes times : profile.times()) {
            Optional<GivenFile> file = untold.stream()
                    .filter(candidate -> candidate instanceof GivenFile.Loaded loaded
                            && loaded.workflow().equals(times.plan().workflow()))
                    .findFirst();
            file.ifPresent(untold::remove);
            view.show(file.map(GivenFile::path).map(Path::toString).orElse("execution"), times);
        }
        try {
            write(profile);
            terminal.err().println("Trace: " + WorkflowRun.relative(trace));
        } catch (IOException e) {
            session.complain(
                    trace + ": the trace cannot be written, as " + reason(e) + "; name another file with --trace");
        }
    }

    /// A trace from before stays whole until the new one is.
    private void write(Profile profile) throws IOException {
        Path target = trace.toAbsolutePath();
        Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
        try {
            Files.createDirectories(target.getParent());
            try (Writer out = Files.newBufferedWriter(temporary)) {
                profile.writeTrace(out);
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "access is denied";
            case NoSuchFileException _ -> "its folder does not exist";
            default -> "the system says: " + failure.getMessage();
        };
    }
}
