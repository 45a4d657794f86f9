package dev.weft.runtime.plugin;

import com.google.inject.Injector;
import dev.weft.nodes.api.Plugin;
import java.lang.reflect.Constructor;
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

    /// Makes the entry in an injector of its own, in which only the entry is bound: it can ask for what the runtime
    /// binds, never for what another plugin brought.
    static <T extends Plugin> T make(Class<T> type, Injector runtime) {
        @SuppressWarnings("unchecked") // a class's constructors make instances of that class
        Constructor<T> constructor = (Constructor<T>) type.getDeclaredConstructors()[0];
        return runtime.createChildInjector(binder -> binder.bind(type).toConstructor(constructor))
                .getInstance(type);
    }
}
