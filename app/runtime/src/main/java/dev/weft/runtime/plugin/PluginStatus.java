package dev.weft.runtime.plugin;

/// What became of one plugin. A plugin that could not be loaded says why in one sentence; the others are not affected.
public sealed interface PluginStatus {
    /// The plugin's id; where even that could not be read, the place of its manifest.
    String plugin();

    /// One sentence for people.
    String message();

    /// The plugin works.
    ///
    /// @param version the plugin's version
    /// @param nodeTypes how many node types it brought
    record Loaded(String plugin, String version, int nodeTypes) implements PluginStatus {
        @Override
        public String message() {
            return "plugin '" + plugin + "' " + version + " brings " + nodeTypes
                    + (nodeTypes == 1 ? " node type" : " node types");
        }
    }

    /// The plugin was not tried: its manifest is at fault, or what it needs is missing.
    record Rejected(String plugin, String message) implements PluginStatus {}

    /// The plugin was tried and failed.
    record Failed(String plugin, String message) implements PluginStatus {}
}
