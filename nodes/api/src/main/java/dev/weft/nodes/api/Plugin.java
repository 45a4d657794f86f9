package dev.weft.nodes.api;

/// The entry of a plugin, named by `entry` in its manifest `META-INF/weft-plugin.json`. The host makes one instance,
/// giving its `@Inject` constructor what it asks for.
public interface Plugin {
    /// Declares the plugin's node types.
    void register(NodeRegistrar registrar);
}
