package dev.weft.runtime.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Loads the classes of one plugin: those of the Java platform from there, those of [HostPackages] from the host, then
/// those of the plugins that it declares to need, then its own. Nothing else of the host is seen.
final class PluginClassLoader extends URLClassLoader {
    static {
        ClassLoader.registerAsParallelCapable();
    }

    private final ClassLoader host;
    private final List<PluginClassLoader> dependencies;

    /// @param plugin its id, which stack traces then show
    PluginClassLoader(String plugin, URL own, ClassLoader host, List<PluginClassLoader> dependencies) {
        super(plugin, new URL[] {own}, ClassLoader.getPlatformClassLoader());
        this.host = host;
        this.dependencies = List.copyOf(dependencies);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (HostPackages.contain(name)) {
            return host.loadClass(name);
        }
        Class<?> needed = name.startsWith("java.") ? null : ofDependencies(name);
        return needed == null ? super.loadClass(name, resolve) : needed;
    }

    /// A class of this plugin's jar or of the plugins that it needs.
    private @Nullable Class<?> exported(String name) throws ClassNotFoundException {
        Class<?> needed = ofDependencies(name);
        if (needed != null) {
            return needed;
        }
        return findResource(name.replace('.', '/') + ".class") == null ? null : loadClass(name, false);
    }

    private @Nullable Class<?> ofDependencies(String name) throws ClassNotFoundException {
        for (PluginClassLoader dependency : dependencies) {
            Class<?> found = dependency.exported(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = super.getResource(name);
        for (int index = 0; own == null && index < dependencies.size(); index++) {
            own = dependencies.get(index).getResource(name);
        }
        return own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> found = new ArrayList<>(Collections.list(super.getResources(name)));
        for (PluginClassLoader dependency : dependencies) {
            for (URL resource : Collections.list(dependency.findResources(name))) {
                if (!found.contains(resource)) {
                    found.add(resource);
                }
            }
        }
        return Collections.enumeration(found);
    }
}
