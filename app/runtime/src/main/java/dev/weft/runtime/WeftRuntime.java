package dev.weft.runtime;

import com.google.inject.Binder;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import dev.weft.graph.validation.Problem;
import dev.weft.models.backend.BackendSettings;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.NodeType;
import dev.weft.runtime.cache.ResultCache;
import dev.weft.runtime.execution.ExecutionModule;
import dev.weft.runtime.execution.Executor;
import dev.weft.runtime.observation.Observation;
import dev.weft.runtime.plugin.MissingTypes;
import dev.weft.runtime.plugin.NodeTypes;
import dev.weft.runtime.plugin.PluginHost;
import dev.weft.runtime.plugin.PluginModule;
import dev.weft.runtime.plugin.PluginPath;
import dev.weft.runtime.plugin.PluginStatus;
import dev.weft.runtime.plugin.Plugins;
import dev.weft.runtime.profile.Profiler;
import java.util.List;

/// The assembled runtime: what can be placed, and what runs it.
///
/// ```java
/// try (WeftRuntime runtime = WeftRuntime.start(settings)) {
///     switch (new Validator(runtime.nodeTypes()).validate(workflow)) {
///         case Validation.Valid valid -> runtime.executor().execute(valid.plan(), cancellation,
/// System.out::println);
///         case Validation.Invalid invalid -> invalid.problems().forEach(System.err::println);
///     }
/// }
/// ```
public final class WeftRuntime implements AutoCloseable {
    private volatile RuntimeSettings settings;
    private final List<NodeType> own;
    private volatile Injector injector;

    private WeftRuntime(RuntimeSettings settings, List<NodeType> own) {
        this.settings = settings;
        this.own = List.copyOf(own);
        this.injector = assemble(settings, own);
    }

    /// Assembles a runtime. Plugins are loaded when node types are first asked for; no model is opened before a
    /// node needs it.
    public static WeftRuntime start(RuntimeSettings settings) {
        return start(settings, List.of());
    }

    /// Assembles a runtime that knows node types of the program itself beside those of plugins, as tests need
    /// them.
    public static WeftRuntime start(RuntimeSettings settings, List<NodeType> own) {
        return new WeftRuntime(settings, own);
    }

    private static Injector assemble(RuntimeSettings settings, List<NodeType> own) {
        return Guice.createInjector(
                Stage.DEVELOPMENT,
                Binder::requireExplicitBindings,
                new StorageModule(settings.folders()),
                new BackendModule(settings.backend()),
                new PluginModule(settings.plugins(), own),
                new ExecutionModule(settings.cache()));
    }

    /// What it was assembled from.
    public RuntimeSettings settings() {
        return settings;
    }

    /// Where this runtime reads and writes.
    public Folders folders() {
        return injector.getInstance(Folders.class);
    }

    /// The node types of all plugins that could be loaded.
    public NodeTypes nodeTypes() {
        return injector.getInstance(NodeTypes.class);
    }

    /// What became of each plugin; those that were unloaded are left out.
    public List<PluginStatus> plugins() {
        injector.getInstance(Plugins.class);
        return injector.getInstance(PluginHost.class).statuses();
    }

    /// One sentence on a problem of a workflow that was checked against [#nodeTypes()]. Of a node whose plugin
    /// is there
    /// and was not loaded it says why, and what to do, which the problem itself cannot know.
    public String explain(Problem problem) {
        return new MissingTypes(plugins()).sentence(problem);
    }

    /// Closes a plugin and all that need it: their node types vanish, and with the results of earlier
    /// executions, any
    /// of which may hold something of theirs, their classes leave the memory. No execution may be running.
    ///
    /// @return the ids of the plugins that were unloaded, dependants first; none if there is no such plugin
    public List<String> unload(String plugin) {
        PluginHost host = injector.getInstance(PluginHost.class);
        List<String> unloaded = host.dependants(plugin);
        injector.getInstance(NodeTypes.class).forget(unloaded);
        injector.getInstance(Plugins.class).nodeTypes().forget(unloaded);
        injector.getInstance(ResultCache.class).forgetAll();
        host.unload(plugin);
        return unloaded;
    }

    /// Begins again with other plugins, or with those that have come to the same places or were allowed meanwhile: what
    /// was loaded is closed as [#close()] does, and whoever observes goes on to. Node types and executors that were
    /// asked for before are those of the past. No execution may be running.
    public synchronized void reload(PluginPath plugins) {
        Observation observation = observation();
        close();
        settings = new RuntimeSettings(settings.folders(), settings.backend(), settings.cache(), plugins);
        injector = assemble(settings, own);
        observation().inherit(observation);
    }

    /// Runs plans that were checked against [#nodeTypes()].
    public Executor executor() {
        return injector.getInstance(Executor.class);
    }

    /// Tells whoever asks of all executions.
    public Observation observation() {
        return injector.getInstance(Observation.class);
    }

    /// Begins to measure where the time of executions goes.
    public Profiler startProfile() {
        return Profiler.start(
                observation(), injector.getInstance(BackendSettings.class).clock());
    }

    /// Closes the models that no node is using at this moment, so that other programs have their memory. A node
    /// that needs one again opens it again.
    public void freeModels() {
        injector.getInstance(PluginHost.class).freeMemory();
    }

    /// Deletes results that are kept on disk, and closes the plugins and with them the models that they opened,
    /// waiting for those that are just being opened: a process that ends meanwhile would crash. Nothing may be
    /// running any more.
    @Override
    public void close() {
        injector.getInstance(ResultCache.class).close();
        injector.getInstance(PluginHost.class).close();
    }
}
