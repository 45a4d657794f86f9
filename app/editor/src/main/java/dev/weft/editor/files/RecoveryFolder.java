package dev.weft.editor.files;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.document.Document;
import dev.weft.editor.workspace.DocumentTitle;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.WorkflowFile;
import dev.weft.runtime.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The folder `recovery`, where each process keeps unsaved documents in a folder of its own. A folder of a
/// process that
/// is gone was left by a crash.
@Singleton
final class RecoveryFolder {
    private static final String ENDING = ".weft.json";
    private static final String WORDS = ".txt";

    private final Path root;
    private final Path own;

    @Inject
    RecoveryFolder(Installation installation) {
        this(installation.data().resolve("recovery"), name(ProcessHandle.current()));
    }

    RecoveryFolder(Path root, String process) {
        this.root = root;
        own = root.resolve(process);
    }

    /// What is kept of one document at one time.
    record Entry(UUID id, Workflow workflow, String title, Optional<Path> file) {
        static Entry of(Document document) {
            return new Entry(
                    document.id(),
                    document.workflow(),
                    DocumentTitle.of(document),
                    document.fileProperty().get());
        }
    }

    void keep(Entry entry) throws IOException {
        Files.createDirectories(own);
        Files.writeString(
                own.resolve(entry.id() + WORDS),
                entry.title().replace('\n', ' ') + "\n"
                        + entry.file().map(Path::toString).orElse(""));
        WorkflowFile.write(own.resolve(entry.id() + ENDING), entry.workflow());
    }

    void forget(UUID id) throws IOException {
        Files.deleteIfExists(own.resolve(id + ENDING));
        Files.deleteIfExists(own.resolve(id + WORDS));
    }

    /// Forgets all that this process kept.
    void end() throws IOException {
        delete(own);
    }

    /// What processes left that are gone.
    List<Kept> left() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        List<Kept> found = new ArrayList<>();
        for (Path folder : list(root)) {
            if (Files.isDirectory(folder) && !folder.equals(own) && !alive(String.valueOf(folder.getFileName()))) {
                for (Path file : list(folder)) {
                    if (file.toString().endsWith(ENDING)) {
                        found.add(read(folder, file));
                    }
                }
            }
        }
        return found;
    }

    /// Forgets one that was left.
    static void discard(Kept kept) throws IOException {
        Files.deleteIfExists(kept.workflow());
        Files.deleteIfExists(words(kept.workflow()));
        if (list(kept.folder()).isEmpty()) {
            Files.delete(kept.folder());
        }
    }

    private static Kept read(Path folder, Path file) throws IOException {
        Path words = words(file);
        List<String> lines =
                Files.exists(words) ? Files.readAllLines(words, StandardCharsets.UTF_8) : List.<String>of();
        return new Kept(
                folder,
                file,
                lines.isEmpty() ? "" : lines.getFirst(),
                lines.size() < 2 ? "" : lines.get(1),
                Files.getLastModifiedTime(file).toInstant());
    }

    private static Path words(Path file) {
        return file.resolveSibling(String.valueOf(file.getFileName()).replace(ENDING, WORDS));
    }

    /// Process ids are given out anew, so the time of the start belongs to the name.
    private static String name(ProcessHandle process) {
        return process.pid() + "-"
                + process.info()
                        .startInstant()
                        .map(start -> start.toEpochMilli())
                        .orElse(0L);
    }

    private static boolean alive(String name) {
        try {
            return ProcessHandle.of(Long.parseLong(name.replaceFirst("-.*", "")))
                    .filter(process -> name(process).equals(name))
                    .isPresent();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
