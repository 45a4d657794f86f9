package dev.weft.editor.node.field;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.models.bundle.BundleCatalog;
import dev.weft.models.bundle.BundleException;
import dev.weft.models.bundle.ControlNetCatalog;
import dev.weft.models.bundle.LoraCatalog;
import dev.weft.nodes.api.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The models and files among which fields let people choose. Folders are looked at anew at each call.
@Singleton
final class ModelShelf {
    private static final int DEEPEST = 3;
    private static final int MOST = 500;

    private final Folders folders;

    @Inject
    ModelShelf(Folders folders) {
        this.folders = folders;
    }

    /// The folder in which files are looked for.
    Path input() {
        return folders.input();
    }

    /// The names of what there is of a sort, in alphabetical order. Takes a while.
    Collection<String> names(FileKind kind) {
        try {
            return switch (kind) {
                case MODEL -> new BundleCatalog(folders.models()).list().keySet();
                case LORA -> new LoraCatalog(folders.models()).list().keySet();
                case CONTROLNET ->
                    new ControlNetCatalog(folders.models()).list().keySet();
                case PICTURE, LATENT, STYLE -> files(kind.endings());
                case FOLDER -> List.of();
            };
        } catch (BundleException | UncheckedIOException e) {
            return List.of();
        }
    }

    /// The file of a name in the input folder.
    Path file(String name) throws InvalidPathException {
        return folders.input().resolve(name);
    }

    /// A file's name as a workflow has it: below the input folder if it lies there, or else the whole path.
    String name(Path file) {
        Path input = folders.input();
        return file.startsWith(input) ? input.relativize(file).toString().replace('\\', '/') : file.toString();
    }

    private List<String> files(List<String> endings) {
        List<String> wanted =
                endings.stream().map(ending -> ending.substring(1)).toList();
        if (!Files.isDirectory(folders.input())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folders.input(), DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> wanted.stream().anyMatch(file.toString().toLowerCase(Locale.ROOT)::endsWith))
                    .limit(MOST)
                    .map(this::name)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
