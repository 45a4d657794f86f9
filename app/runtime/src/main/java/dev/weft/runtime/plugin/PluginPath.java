package dev.weft.runtime.plugin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Where plugins are looked for, and how far they are trusted.
///
/// Each place is either a folder of plugins, whose `*.jar` files are the plugins; or one plugin: a jar file, or a
/// folder
/// that holds `META-INF/weft-plugin.json`, such as the `target/classes` of a plugin's author. A place that does not
/// exist holds no plugins.
///
/// @param places in the order in which they are looked through, which decides nothing: a plugin wins by its version
/// @param trust whether a plugin that was found may be loaded
/// @param timeLimit how long one call into a plugin may take while it is loaded or closed
public record PluginPath(List<Path> places, PluginTrust trust, Duration timeLimit) {
    /// The time limit of a program that people wait for.
    public static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    /// Takes a copy of the places.
    ///
    /// @throws IllegalArgumentException if the time limit is not above zero
    public PluginPath {
        places = List.copyOf(places);
        if (!timeLimit.isPositive()) {
            throw new IllegalArgumentException("a plugin needs time to load, but the limit is " + timeLimit);
        }
    }

    /// These places with the usual time limit.
    public static PluginPath of(List<Path> places, PluginTrust trust) {
        return new PluginPath(places, trust, TIME_LIMIT);
    }

    /// These places, in which every plugin is trusted.
    public static PluginPath trusting(List<Path> places) {
        return of(places, PluginTrust.ALL);
    }
}
