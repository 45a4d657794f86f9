package dev.weft.runtime.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Loads the classes of one plugin: those of [HostPackages] from the host, then those that the plugins which it needs
/// have in their own jars, then those of the Java platform, then its own. Nothing else of the host is seen, and nothing
/// of another plugin's private libraries.
///
/// Resources are found the other way round, the plugin's own first, and none of the host's.
final class PluginClassLoader extends URLClassLoader {
    static {
        ClassLoader.registerAsParallelCapable();
    }

    private final ClassLoader host;
    private final Set<String> exported;

    /// The loaders of the plugins that it needs and of those that these need, the latter first.
    private final Set<PluginClassLoader> needed = new LinkedHashSet<>();

    /// @param plugin its id, which stack traces then show
    /// @param files the plugin's jar or folder, and its private libraries
    /// @param exported names of the files in the plugin's own jar or folder, which plugins that need it see
    /// @param host loads the classes of [HostPackages]
    /// @param dependencies the loaders of the plugins that it needs
    PluginClassLoader(
            String plugin,
            List<URL> files,
            Set<String> exported,
            ClassLoader host,
            List<PluginClassLoader> dependencies) {
        super(plugin, files.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        this.host = host;
        this.exported = Set.copyOf(exported);
        for (PluginClassLoader dependency : dependencies) {
            needed.addAll(dependency.needed);
            needed.add(dependency);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (HostPackages.contain(name)) {
            return host.loadClass(name);
        }
        PluginClassLoader owner = owner(name.replace('.', '/') + ".class");
        return owner == null ? super.loadClass(name, resolve) : owner.own(name);
    }

    /// The first of the needed plugins whose own jar holds the file.
    private @Nullable PluginClassLoader owner(String file) {
        for (PluginClassLoader each : needed) {
            if (each.exported.contains(file)) {
                return each;
            }
        }
        return null;
    }

    private Class<?> own(String name) throws ClassNotFoundException {
        return super.loadClass(name, false);
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL found = super.getResource(name);
        PluginClassLoader owner = found == null ? owner(name) : null;
        return owner == null ? found : owner.findResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> found = new ArrayList<>(Collections.list(super.getResources(name)));
        for (PluginClassLoader each : needed) {
            URL resource = each.exported.contains(name) ? each.findResource(name) : null;
            if (resource != null) {
                found.add(resource);
            }
        }
        return Collections.enumeration(found);
    }
}
