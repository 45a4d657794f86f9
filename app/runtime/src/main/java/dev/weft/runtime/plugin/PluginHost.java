package dev.weft.runtime.plugin;

import com.github.zafarkhaja.semver.Version;
import com.google.inject.Injector;
import dev.weft.graph.NodeTypeId;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.NodeType;
import dev.weft.runtime.observer.Observers;
import dev.weft.runtime.plugin.PluginStatus.Loaded;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Loads the plugins that are found. What goes wrong within a plugin stays there.
public final class PluginHost implements AutoCloseable {
    /// Version of the interface in `dev.weft.nodes.api` that this host offers.
    static final Version INTERFACE = Version.of(0, 1, 0);

    private final PluginLoading loading;
    private final PluginPath path;
    private final Observers observers;

    /// By id, dependencies first.
    private final Map<String, LoadedPlugin> plugins = new LinkedHashMap<>();

    private final List<PluginStatus> statuses = new ArrayList<>();

    @Inject
    PluginHost(Injector injector, Folders folders, PluginPath path, Observers observers) {
        this.path = path;
        this.observers = observers;
        this.loading = new PluginLoading(injector, folders, path.timeLimit());
    }

    /// Finds, orders and loads all plugins.
    public synchronized Plugins load() {
        PluginDiscovery.Discovery discovery = PluginDiscovery.discover(path);
        PluginResolver.Resolution resolution = PluginResolver.resolve(discovery.found(), discovery.lost(), INTERFACE);
        for (FoundPlugin found : resolution.ordered()) {
            PluginLoadEvent event =
                    new PluginLoadEvent(found.id(), found.manifest().version().toString());
            event.begin();
            try {
                LoadedPlugin plugin = loading.load(found, plugins);
                event.loaded(plugin.nodeTypes().size());
                plugins.put(found.id(), plugin);
                plugin.observers().forEach(observer -> observers.begin(plugin.id(), plugin.loader(), observer));
                statuses.add(new Loaded(
                        found.origin(), List.copyOf(plugin.nodeTypes().keySet())));
            } catch (PluginLoadingException e) {
                statuses.add(e.status(found));
            } finally {
                event.commit();
            }
        }
        statuses.addAll(resolution.rejected());
        statuses.addAll(discovery.rejected());
        Map<NodeTypeId, NodeType> types = new HashMap<>();
        plugins.values().forEach(plugin -> types.putAll(plugin.nodeTypes()));
        return new Plugins(new NodeTypes(types), statuses);
    }

    /// What became of each plugin, in loading order, those that were rejected at the end; those that were unloaded are
    /// left out.
    public synchronized List<PluginStatus> statuses() {
        return List.copyOf(statuses);
    }

    /// A plugin and those that need it, directly or not, in the order in which they can be unloaded; empty if there
    /// is no such plugin.
    public synchronized List<String> dependants(String id) {
        List<String> dependants = new ArrayList<>();
        for (LoadedPlugin plugin : plugins.values()) {
            boolean needs =
                    plugin.found().manifest().depends().keySet().stream().anyMatch(dependants::contains);
            if (needs || plugin.id().equals(id)) {
                dependants.add(plugin.id());
            }
        }
        return List.copyOf(dependants.reversed());
    }

    /// Closes a plugin and those that need it, and drops their classes. None of their nodes may be running, and nothing
    /// may keep what they made: see [dev.weft.runtime.WeftRuntime#unload(String)].
    public synchronized void unload(String id) {
        for (String each : dependants(id)) {
            LoadedPlugin plugin = plugins.remove(each);
            if (plugin != null) {
                observers.end(each);
                loading.unload(plugin);
                statuses.removeIf(
                        status -> status.origin().equals(plugin.found().origin()));
            }
        }
    }

    /// Asks every plugin to give back memory that it does not need at this moment.
    public synchronized void freeMemory() {
        plugins.values().forEach(loading::freeMemory);
    }

    /// Closes all plugins, those that build on others first. No node may run any more.
    @Override
    public synchronized void close() {
        List.copyOf(plugins.keySet()).forEach(this::unload);
    }
}
