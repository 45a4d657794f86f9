package dev.weft.runtime.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.weft.nodes.api.NodeType;
import dev.weft.runtime.observer.Observers;
import java.util.List;

/// The plugin host and what it loads.
public final class PluginModule extends AbstractModule {
    private final PluginPath path;
    private final List<NodeType> own;

    /// @param path where plugins are looked for
    /// @param own node types beside those of plugins
    public PluginModule(PluginPath path, List<NodeType> own) {
        this.path = path;
        this.own = List.copyOf(own);
    }

    @Override
    protected void configure() {
        bind(PluginPath.class).toInstance(path);
        bind(Observers.class).toInstance(new Observers());
        bind(PluginHost.class).in(Singleton.class);
    }

    @Provides
    @Singleton
    Plugins plugins(PluginHost host) {
        return host.load();
    }

    @Provides
    @Singleton
    NodeTypes nodeTypes(Plugins plugins) {
        return plugins.nodeTypes().with(own);
    }
}
