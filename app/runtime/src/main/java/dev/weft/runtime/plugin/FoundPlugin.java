package dev.weft.runtime.plugin;

import java.util.Optional;

/// A plugin whose manifest was read, and none of its classes.
///
/// @param sha256 hash of its content
record FoundPlugin(PluginFile file, String sha256, PluginManifest manifest) {
    String id() {
        return manifest.id();
    }

    PluginOrigin origin() {
        return new PluginOrigin(
                file.path(),
                Optional.of(sha256),
                Optional.of(manifest.id()),
                Optional.of(manifest.version().toString()));
    }
}
