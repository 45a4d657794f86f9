package dev.weft.runtime.plugin;

import dev.weft.nodes.api.Plugin;
import java.lang.reflect.Modifier;

/// The class that a manifest names as a plugin's entry. What is done here runs the plugin's code.
final class PluginEntry {
    private static final String FIX = "update or remove it, and tell its author";

    private PluginEntry() {}

    /// @throws EntryFault if the class cannot be an entry
    static Class<? extends Plugin> load(FoundPlugin found, ClassLoader loader) {
        String name = found.manifest().entry();
        Class<?> type;
        try {
            type = Class.forName(name, true, loader);
        } catch (ClassNotFoundException e) {
            throw new EntryFault(
                    "its entry " + name + " is not there", "build it again, or mend \"entry\" in its manifest");
        }
        if (!Plugin.class.isAssignableFrom(type)) {
            throw new EntryFault("its entry " + name + " does not implement " + Plugin.class.getName(), FIX);
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            throw new EntryFault("its entry " + name + " is abstract, so that none can be made", FIX);
        }
        int constructors = type.getDeclaredConstructors().length;
        if (constructors != 1) {
            throw new EntryFault("its entry " + name + " has " + constructors + " constructors instead of one", FIX);
        }
        return type.asSubclass(Plugin.class);
    }
}
