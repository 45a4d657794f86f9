package dev.weft.runtime;

import dev.weft.nodes.api.Folders;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where Weft lies on this machine, and the folders that follow from it.
public final class Installation {
    /// What may be lax with plugins has to be said clearly.
    private static final Set<String> AFFIRMATIONS = Set.of("1", "true");

    /// The checkout or installed folder; its `models` folder holds the starter model.
    private final Path home;

    private final Path cache;

    private final Path data;

    private final boolean allowsAllPlugins;

    private Installation(Path home, Path cache, Path data, boolean allowsAllPlugins) {
        this.home = home;
        this.cache = cache;
        this.data = data;
        this.allowsAllPlugins = allowsAllPlugins;
    }

    /// Reads the property `weft.home`, which the launcher sets; without it, the current folder is home. The cache
    /// is the folder that `WEFT_CACHE` names, or `.weft` in the home folder, or, where that cannot be written to,
    /// `weft` in the user's cache folder. What is kept for the user lies in the folder that `WEFT_DATA` names, or
    /// in `.weft` in the user's home folder.
    public static Installation ofProcess(Map<String, String> environment) {
        String home = Optional.ofNullable(System.getProperty("weft.home")).orElse("");
        return in(Path.of(home).toAbsolutePath(), environment);
    }

    /// An installation in a folder, whatever the property says.
    ///
    /// @param home the home folder
    public static Installation in(Path home, Map<String, String> environment) {
        String allow = environment.getOrDefault("WEFT_ALLOW_ALL_PLUGINS", "");
        return new Installation(home, cache(home, environment), data(environment), AFFIRMATIONS.contains(allow));
    }

    /// Where ONNX Runtime keeps its unpacked native libraries.
    public Path libraries() {
        return cache.resolve("libraries");
    }

    /// Where what is logged is kept.
    public Path logFile() {
        return cache.resolve("weft.log");
    }

    /// The folder of what Weft keeps for its user.
    public Path data() {
        return data;
    }

    /// The plugins that Weft was built with: what the property `weft.plugins` lists, which the launcher sets.
    public List<Path> ownPlugins() {
        return Stream.of(System.getProperty("weft.plugins", "").split(Pattern.quote(File.pathSeparator)))
                .filter(place -> !place.isEmpty())
                .map(place -> Path.of(place).toAbsolutePath())
                .toList();
    }

    /// Where plugins are looked for: where the command line says, among Weft's own, in the folder `plugins` in the home
    /// folder, and in the one that is kept for the user.
    ///
    /// @param given places from the command line
    public List<Path> plugins(List<Path> given) {
        List<Path> places = new ArrayList<>(given);
        places.addAll(ownPlugins());
        places.add(home.resolve("plugins"));
        places.add(data.resolve("plugins"));
        return places.stream().map(place -> place.toAbsolutePath().normalize()).toList();
    }

    /// The checkout or installed folder.
    public Path home() {
        return home;
    }

    /// Whether the environment says with `WEFT_ALLOW_ALL_PLUGINS` that every plugin may be loaded.
    public boolean allowsAllPlugins() {
        return allowsAllPlugins;
    }

    /// Where files are read and written.
    ///
    /// @param models folders that were given on the command line; they are looked through first
    /// @param output where results go
    public Folders folders(List<Path> models, Path output) {
        return folders(models, output, Path.of(""));
    }

    /// Where files are read and written.
    ///
    /// @param models folders that were given on the command line; they are looked through first
    /// @param output where results go
    /// @param input where files are looked for that a workflow names without a folder
    public Folders folders(List<Path> models, Path output, Path input) {
        List<Path> roots = new ArrayList<>(models);
        roots.add(home.resolve("models"));
        return new Folders(roots, output, input, cache, data);
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
