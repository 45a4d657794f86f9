package dev.weft.runtime.plugin;

import com.github.zafarkhaja.semver.Version;
import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import dev.weft.graph.NodeTypeId;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.api.Plugin;
import dev.weft.runtime.plugin.PluginStatus.Failed;
import dev.weft.runtime.plugin.PluginStatus.Loaded;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.LoggerFactory;

/// Loads the plugins that are on the class path. What goes wrong within a plugin stays there.
///
/// Each plugin's entry is made by a child injector of its own, in which only the entry is bound: it can ask for what
/// the runtime binds, never for what another plugin brought.
public final class PluginHost implements AutoCloseable {
    /// Version of the interface in `dev.weft.nodes.api` that this host offers.
    static final Version INTERFACE = Version.of(0, 1, 0);

    private final Injector injector;
    private final PluginPath path;
    private final List<Plugin> entries = new ArrayList<>();

    @Inject
    PluginHost(Injector injector, PluginPath path) {
        this.injector = injector;
        this.path = path;
    }

    /// Finds, orders and loads all plugins.
    public Plugins load() {
        List<PluginStatus> problems = new ArrayList<>();
        PluginResolver.Resolution resolution =
                PluginResolver.resolve(ManifestReader.readAll(path.loader(), problems), INTERFACE);
        problems.addAll(resolution.rejected());
        Map<NodeTypeId, NodeType> types = new HashMap<>();
        Set<String> failed = new HashSet<>();
        List<PluginStatus> statuses = new ArrayList<>();
        for (PluginManifest manifest : resolution.ordered()) {
            PluginStatus status = load(manifest, failed, types);
            if (!(status instanceof Loaded)) {
                failed.add(manifest.id());
            }
            statuses.add(status);
        }
        statuses.addAll(problems);
        return new Plugins(new NodeTypes(types), statuses);
    }

    /// Asks every plugin to give back memory that it can do without for now.
    public void freeMemory() {
        for (Plugin entry : entries) {
            try {
                entry.freeMemory();
            } catch (RuntimeException | LinkageError e) {
                LoggerFactory.getLogger(PluginHost.class).error("{} could not free memory", entry.getClass(), e);
            }
        }
    }

    /// Closes the plugins, those that build on others first. No node may run any more.
    @Override
    public void close() {
        for (Plugin entry : entries.reversed()) {
            try {
                entry.close();
            } catch (RuntimeException | LinkageError e) {
                LoggerFactory.getLogger(PluginHost.class).error("{} could not be closed", entry.getClass(), e);
            }
        }
        entries.clear();
    }

    private PluginStatus load(PluginManifest manifest, Set<String> failed, Map<NodeTypeId, NodeType> types) {
        for (String dependency : manifest.depends().keySet()) {
            if (failed.contains(dependency)) {
                return new Failed(
                        manifest.id(),
                        "plugin '" + manifest.id() + "' needs plugin '" + dependency
                                + "', which failed; look at that one first");
            }
        }
        try {
            Registry registry = new Registry(manifest.id());
            Plugin entry = entry(manifest);
            entries.add(entry);
            entry.register(registry);
            types.putAll(registry.types());
            return new Loaded(
                    manifest.id(),
                    manifest.version().toString(),
                    registry.types().size());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError | AssertionError e) {
            LoggerFactory.getLogger(PluginHost.class).error("plugin '{}' failed", manifest.id(), e);
            return new Failed(
                    manifest.id(),
                    "plugin '" + manifest.id() + "' " + manifest.version() + " from " + manifest.source()
                            + " could not be loaded: " + reason(manifest, e) + "; update or remove it");
        }
    }

    private Plugin entry(PluginManifest manifest) throws ReflectiveOperationException {
        Class<? extends Plugin> entry =
                Class.forName(manifest.entry(), true, path.loader()).asSubclass(Plugin.class);
        Constructor<?>[] constructors = entry.getDeclaredConstructors();
        if (constructors.length != 1) {
            throw new IllegalArgumentException(
                    "its entry " + entry.getName() + " has " + constructors.length + " constructors instead of one");
        }
        return bindAndMake(entry);
    }

    private <T extends Plugin> T bindAndMake(Class<T> entry) {
        @SuppressWarnings("unchecked") // a class's constructors make instances of that class
        Constructor<T> constructor = (Constructor<T>) entry.getDeclaredConstructors()[0];
        return injector.createChildInjector(binder -> binder.bind(entry).toConstructor(constructor))
                .getInstance(entry);
    }

    private static String reason(PluginManifest manifest, Throwable failure) {
        Throwable cause =
                failure instanceof ProvisionException && failure.getCause() != null ? failure.getCause() : failure;
        return switch (cause) {
            case ClassNotFoundException _ -> "its entry " + manifest.entry() + " is not there";
            case ClassCastException _ -> "its entry " + manifest.entry() + " is not a Plugin";
            case com.google.inject.ConfigurationException _ ->
                "its entry " + manifest.entry() + " asks for something that Weft does not offer";
            case com.google.inject.CreationException _ ->
                "its entry " + manifest.entry() + " asks for something that Weft does not offer";
            case IllegalArgumentException argument when argument.getMessage() != null -> argument.getMessage();
            default ->
                cause.getClass().getSimpleName()
                        + (cause.getMessage() == null
                                ? ""
                                : ": " + cause.getMessage().lines().findFirst().orElse(""));
        };
    }
}
