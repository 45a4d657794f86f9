package dev.weft.models.bundle;

import dev.weft.models.lora.Lora;
import dev.weft.models.lora.LoraException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The LoRA files that lie in the folders `loras` beside the bundles, by name.
///
/// A name is the file's path below `loras` without `.safetensors`, its parts joined by `/`. Where two roots
/// hold the same name, the first one counts. The folders are looked at anew at each call.
public final class LoraCatalog {
    private static final String FOLDER = "loras";
    private static final String SUFFIX = ".safetensors";
    private static final int DEEPEST = 4;

    private final List<Path> roots;

    /// A catalogue of these folders of models; one without LoRAs is empty.
    public LoraCatalog(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /// Every LoRA's file by its name, in alphabetical order. Files are not read, so they may turn out unusable.
    ///
    /// @throws UncheckedIOException if a folder cannot be listed
    public Map<String, Path> list() {
        Map<String, Path> found = new TreeMap<>();
        for (Path root : roots) {
            Path folder = root.resolve(FOLDER);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
                    files.filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file))
                            .forEach(file -> found.putIfAbsent(name(folder, file), file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return found;
    }

    /// What a file changes, or why it cannot be used, in a few words.
    public static String summary(Path file) {
        try {
            return Lora.summary(file);
        } catch (LoraException e) {
            return "cannot be used: " + e.getMessage();
        }
    }

    private static String name(Path folder, Path file) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        return path.substring(0, path.length() - SUFFIX.length());
    }

    /// The file of that name, which may be written with or without `.safetensors`.
    ///
    /// @throws LoraException if the folders cannot be listed
    public Optional<Path> find(String name) throws LoraException {
        String bare = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
        return Optional.ofNullable(listed().get(bare.replace('\\', '/')));
    }

    /// The refusal of a name that neither a LoRA nor a file has.
    ///
    /// @throws LoraException if the folders cannot be listed
    public LoraException missing(String name) throws LoraException {
        Map<String, Path> loras = listed();
        String known = loras.isEmpty() ? "put one there" : "choose from " + String.join(", ", loras.keySet());
        return new LoraException("There is no LoRA '" + name + "' in the folder " + FOLDER + " of the models; " + known
                + ", or write the whole path of a file.");
    }

    private Map<String, Path> listed() throws LoraException {
        try {
            return list();
        } catch (UncheckedIOException e) {
            throw new LoraException(
                    "The LoRAs in " + roots + " cannot be listed (" + e.getCause() + "); make the folders readable.",
                    e);
        }
    }
}
