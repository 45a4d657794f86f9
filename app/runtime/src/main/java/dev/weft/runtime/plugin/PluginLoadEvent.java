package dev.weft.runtime.plugin;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// For Java's flight recorder: a plugin was loaded, or failed to.
@Name("dev.weft.PluginLoad")
@Label("Plugin Loaded")
@Category("Weft")
@Description("A plugin's entry was made and has declared its node types, or that failed")
@StackTrace(false)
final class PluginLoadEvent extends Event {
    @Label("Plugin")
    final String plugin;

    @Label("Version")
    final String version;

    @Label("Node Types")
    int nodeTypes;

    @Label("Failed")
    boolean failed = true;

    PluginLoadEvent(String plugin, String version) {
        this.plugin = plugin;
        this.version = version;
    }

    void loaded(int count) {
        nodeTypes = count;
        failed = false;
    }
}
