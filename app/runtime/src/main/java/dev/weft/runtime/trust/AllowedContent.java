package dev.weft.runtime.trust;

import java.nio.file.Path;

/// One content of a plugin that the user allowed.
///
/// @param sha256 hash of the content in 64 hexadecimal digits
/// @param version the plugin's version, to remember it by
/// @param source the jar file or folder that held it then, as an absolute path
public record AllowedContent(String sha256, String version, Path source) {}
