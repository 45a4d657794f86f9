package dev.weft.runtime.plugin;

import com.github.zafarkhaja.semver.Version;
import com.google.inject.Injector;
import dev.weft.graph.NodeTypeId;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.NodeType;
import dev.weft.runtime.observation.Observation;
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
    private final Observation observation;

    /// By id, dependencies first.
    private final Map<String, LoadedPlugin> plugins = new LinkedHashMap<>();

    @Inject
    PluginHost(Injector injector, Folders folders, PluginPath path, Observation observation) {
        this.path = path;
        this.observation = observation;
        this.loading = new PluginLoading(injector, folders, path.timeLimit());
    }

    /// Finds, orders and loads all plugins.
    public Plugins load() {
        PluginDiscovery.Discovery discovery = PluginDiscovery.discover(path);
        PluginResolver.Resolution resolution = PluginResolver.resolve(discovery.found(), discovery.lost(), INTERFACE);
        List<PluginStatus> statuses = new ArrayList<>();
        for (FoundPlugin found : resolution.ordered()) {
            try {
                LoadedPlugin plugin = loading.load(found, plugins);
                plugins.put(found.id(), plugin);
                plugin.observers().forEach(observer -> observation.begin(plugin.id(), plugin.loader(), observer));
                statuses.add(new Loaded(
                        found.origin(), List.copyOf(plugin.nodeTypes().keySet())));
            } catch (PluginLoadingException e) {
                statuses.add(e.status(found));
            }
        }
        statuses.addAll(resolution.rejected());
        statuses.addAll(discovery.rejected());
        Map<NodeTypeId, NodeType> types = new HashMap<>();
        plugins.values().forEach(plugin -> types.putAll(plugin.nodeTypes()));
        return new Plugins(new NodeTypes(types), statuses);
    }

    /// Asks every plugin to give back memory that it can do without for now.
    public void freeMemory() {
        plugins.values().forEach(loading::freeMemory);
    }

    /// Closes the plugins, those that build on others first. No node may run any more.
    @Override
    public void close() {
        for (LoadedPlugin plugin : List.copyOf(plugins.values()).reversed()) {
            plugins.remove(plugin.id());
            observation.end(plugin.id());
            loading.unload(plugin);
        }
    }
}
