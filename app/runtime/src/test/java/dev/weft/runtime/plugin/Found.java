package dev.weft.runtime.plugin;

import com.github.zafarkhaja.semver.Version;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Plugins that were found, for tests that load none.
final class Found {
    private Found() {}

    /// Version 1.0.0 of a plugin for interface 0.1, in a jar of its name.
    static FoundPlugin plugin(String id, Map<String, String> depends) {
        return plugin(id, "1.0.0", "^0.1", depends, id + ".jar");
    }

    /// @param depends ranges by id; a range that begins with `?` is that of an optional dependency
    static FoundPlugin plugin(String id, String version, String weft, Map<String, String> depends, String file) {
        TreeMap<String, PluginDependency> dependencies = new TreeMap<>();
        depends.forEach((needed, range) -> dependencies.put(
                needed, new PluginDependency(new VersionRange(range.replaceFirst("^\\?", "")), range.startsWith("?"))));
        return new FoundPlugin(
                new PluginFile(Path.of(file)),
                "hash of " + file + " " + version,
                new PluginManifest(id, Version.parse(version), "a.B", new VersionRange(weft), dependencies));
    }
}
