package dev.weft.nodes.api;

/// The entry of a plugin, named by `entry` in its manifest `META-INF/weft-plugin.json`.
///
/// The host makes one instance through the class's only constructor, public or not, and gives it what it asks for:
/// [Folders], and the host's other services, which the host's documentation lists. No annotation is needed.
public interface Plugin extends AutoCloseable {
    /// Declares the plugin's node types.
    void register(NodeRegistrar registrar);

    /// Gives back memory that the plugin keeps only to be quicker next time, such as opened models that no node
    /// is using at this moment. Nodes may be running; what they need again is made anew. Any thread may call it.
    default void freeMemory() {}

    /// Gives back what the plugin's nodes keep open between runs. Called once, when no node runs any more.
    @Override
    default void close() {}
}
