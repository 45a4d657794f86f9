package dev.weft.runtime.plugin;

import com.github.zafarkhaja.semver.Version;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/// A plugin whose manifest was read, and none of its classes.
///
/// @param sha256 hash of its content
record FoundPlugin(PluginFile file, String sha256, PluginManifest manifest) {
    /// By id, and where that is the same by place.
    static final Comparator<FoundPlugin> ORDER =
            Comparator.comparing(FoundPlugin::id).thenComparing(FoundPlugin::source);

    String id() {
        return manifest.id();
    }

    Version version() {
        return manifest.version();
    }

    Path source() {
        return file.path();
    }

    PluginOrigin origin() {
        return new PluginOrigin(
                file.path(),
                Optional.of(sha256),
                Optional.of(manifest.id()),
                Optional.of(manifest.version().toString()));
    }
}
