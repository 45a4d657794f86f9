package dev.weft.runtime.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;

/// The plugin host and what it loads.
public final class PluginModule extends AbstractModule {
    private final PluginPath path;

    /// @param path where plugins are looked for
    public PluginModule(PluginPath path) {
        this.path = path;
    }

    @Override
    protected void configure() {
        bind(PluginPath.class).toInstance(path);
        bind(PluginHost.class).in(Singleton.class);
    }

    @Provides
    @Singleton
    Plugins plugins(PluginHost host) {
        return host.load();
    }

    @Provides
    NodeTypes nodeTypes(Plugins plugins) {
        return plugins.nodeTypes();
    }
}
