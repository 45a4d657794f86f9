package dev.weft.runtime.plugin;

import java.nio.file.Path;
import java.util.Optional;

/// What is known of a plugin before it is loaded.
///
/// @param source its jar file or folder, as an absolute path
/// @param sha256 hash of its content in 64 hexadecimal digits, unless that could not be read
/// @param id what its manifest calls it, unless that could not be read
/// @param version the version that its manifest gives, unless that could not be read
public record PluginOrigin(Path source, Optional<String> sha256, Optional<String> id, Optional<String> version) {
    static PluginOrigin unread(Path source) {
        return new PluginOrigin(source, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static PluginOrigin hashed(Path source, String sha256) {
        return new PluginOrigin(source, Optional.of(sha256), Optional.empty(), Optional.empty());
    }

    /// The plugin's id; where even that could not be read, its file name.
    public String name() {
        return id.orElseGet(() -> {
            Path file = source.getFileName();
            return (file == null ? source : file).toString();
        });
    }
}
