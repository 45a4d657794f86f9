package dev.weft.runtime.plugin;

import java.nio.file.Path;

/// Decides whether a plugin may be loaded. It is asked before any of the plugin's classes is looked at.
@FunctionalInterface
public interface PluginTrust {
    /// Trusts every plugin.
    PluginTrust ALL = (id, source, sha256) -> Verdict.ALLOWED;

    /// What is known of this content.
    ///
    /// @param id what the plugin calls itself in its manifest
    /// @param source its jar file or folder, as an absolute path
    /// @param sha256 hash of its content in 64 hexadecimal digits
    Verdict judge(String id, Path source, String sha256);

    /// What is known of a plugin's content.
    enum Verdict {
        /// It may be loaded.
        ALLOWED,
        /// Nobody has said anything of a plugin of this id.
        UNKNOWN,
        /// Another content of this plugin was allowed.
        CHANGED,
        /// It was forbidden.
        FORBIDDEN
    }
}
