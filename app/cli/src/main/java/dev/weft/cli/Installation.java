package dev.weft.cli;

import dev.weft.nodes.api.Folders;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where Weft lies on this machine, and the folders that follow from it.
final class Installation {
    /// The checkout or installed folder; its `models` folder holds the starter model.
    private final Path home;

    private final Path cache;

    private final Path data;

    private Installation(Path home, Path cache, Path data) {
        this.home = home;
        this.cache = cache;
        this.data = data;
    }

    /// Reads the property `weft.home`, which the launcher sets; without it, the current folder is home. The cache
    /// is the folder that `WEFT_CACHE` names, or `.weft` in the home folder, or, where that cannot be written to,
    /// `weft` in the user's cache folder. What is kept for the user lies in the folder that `WEFT_DATA` names, or
    /// in `.weft` in the user's home folder.
    static Installation ofProcess(Map<String, String> environment) {
        Path home = Path.of(Optional.ofNullable(System.getProperty("weft.home")).orElse(""))
                .toAbsolutePath();
        return new Installation(home, cache(home, environment), data(environment));
    }

    /// Where ONNX Runtime keeps its unpacked native libraries.
    Path libraries() {
        return cache.resolve("libraries");
    }

    Path logFile() {
        return cache.resolve("weft.log");
    }

    /// Where plugins are looked for: what the property `weft.plugins` lists, which the launcher sets; without it, the
    /// folder `plugins` in the home folder.
    List<Path> plugins() {
        String listed = System.getProperty("weft.plugins");
        if (listed == null) {
            return List.of(home.resolve("plugins"));
        }
        return Stream.of(listed.split(Pattern.quote(File.pathSeparator)))
                .map(place -> Path.of(place).toAbsolutePath())
                .toList();
    }

    /// @param models folders that were given on the command line; they are looked through first
    /// @param output where results go
    Folders folders(List<Path> models, Path output) {
        List<Path> roots = new ArrayList<>(models);
        roots.add(home.resolve("models"));
        return new Folders(roots, output, Path.of("").toAbsolutePath(), cache, data);
    }

    private static Path data(Map<String, String> environment) {
        String named = environment.get("WEFT_DATA");
        Path folder =
                named == null || named.isBlank() ? Path.of(System.getProperty("user.home"), ".weft") : Path.of(named);
        return folder.toAbsolutePath();
    }

    private static Path cache(Path home, Map<String, String> environment) {
        String named = environment.get("WEFT_CACHE");
        if (named != null && !named.isBlank()) {
            return Path.of(named).toAbsolutePath();
        }
        Path beside = home.resolve(".weft");
        if (Files.isWritable(Files.exists(beside) ? beside : home)) {
            return beside;
        }
        String caches = environment.get("XDG_CACHE_HOME");
        Path folder = caches == null || caches.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(caches);
        return folder.resolve("weft").toAbsolutePath();
    }
}
