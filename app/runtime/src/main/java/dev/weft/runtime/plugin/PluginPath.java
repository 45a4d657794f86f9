package dev.weft.runtime.plugin;

/// Where plugins are looked for.
///
/// @param loader its resources named `META-INF/weft-plugin.json` are the manifests, and it loads the entries
public record PluginPath(ClassLoader loader) {
    /// The class path of the running program.
    public static PluginPath ofProgram() {
        return new PluginPath(PluginPath.class.getClassLoader());
    }
}
