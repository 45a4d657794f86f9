package dev.weft.runtime.plugin;

import com.github.zafarkhaja.semver.Version;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a plugin says of itself in `META-INF/weft-plugin.json`, read before any of its classes is loaded.
///
/// @param id the plugin's name and the namespace of its node types
/// @param version the plugin's own version, such as `1.2.0`
/// @param entry name of the class that implements [dev.weft.nodes.api.Plugin]
/// @param weft which versions of Weft's plugin interface it works with
/// @param depends what it wants of which other plugins, by id
record PluginManifest(
        String id, Version version, String entry, VersionRange weft, SortedMap<String, PluginDependency> depends) {
    PluginManifest {
        depends = Collections.unmodifiableSortedMap(new TreeMap<>(depends));
    }
}
