package dev.weft.runtime.plugin;

import com.google.inject.Injector;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.Plugin;
import dev.weft.runtime.cache.ResultCache;
import dev.weft.runtime.cache.ValueFormats;
import dev.weft.runtime.plugin.PluginStatus.Phase;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.slf4j.LoggerFactory;

/// Loads one plugin after those that it needs, and unloads it.
final class PluginLoading {
    /// How much longer than a loading one an ending plugin may take: it waits for models that are just being opened,
    /// without which the process would crash.
    private static final int ENDING_TIMES = 6;

    private final Injector injector;
    private final Folders folders;
    private final BoundedCall call;
    private final BoundedCall ending;

    /// @param timeLimit how long one call into a plugin may take that is being loaded
    PluginLoading(Injector injector, Folders folders, Duration timeLimit) {
        this.injector = injector;
        this.folders = folders;
        this.call = new BoundedCall(timeLimit);
        this.ending = new BoundedCall(timeLimit.multipliedBy(ENDING_TIMES));
    }

    /// @param loaded the plugins that were loaded before, by id
    /// @throws PluginLoadingException if the plugin, or one that it needs, does not work
    LoadedPlugin load(FoundPlugin found, Map<String, LoadedPlugin> loaded) throws PluginLoadingException {
        PluginClassLoader loader = loader(found, needed(found, loaded));
        boolean done = false;
        try {
            Class<? extends Plugin> type = call(Phase.LOAD, found, loader, () -> PluginEntry.load(found, loader));
            PluginBindings bindings = new PluginBindings(found);
            Plugin entry = call(Phase.INJECT, found, loader, () -> bindings.entry(OfferedServices.of(injector), type));
            Registry registry = new Registry(found.id(), loader);
            call(Phase.REGISTER, found, loader, () -> {
                entry.register(registry);
                return found;
            });
            addFormats(found, registry, loader);
            done = true;
            return new LoadedPlugin(found, loader, entry, registry.types(), registry.observers());
        } finally {
            if (!done) {
                close(loader);
            }
        }
    }

    /// Asks the plugin for memory that it can do without. Nothing that it does wrong comes out.
    void freeMemory(LoadedPlugin plugin) {
        end(plugin, "could not free memory", plugin.entry()::freeMemory);
    }

    /// Lets the plugin give back what it keeps, and drops its classes. Nothing that it does wrong comes out.
    void unload(LoadedPlugin plugin) {
        end(plugin, "could not be closed", plugin.entry()::close);
        injector.getInstance(ValueFormats.class).removeOf(plugin.loader());
        // Any result may hold an object of the plugin's classes.
        injector.getInstance(ResultCache.class).forgetAll();
        close(plugin.loader());
    }

    private void addFormats(FoundPlugin found, Registry registry, ClassLoader loader) throws PluginLoadingException {
        try {
            injector.getInstance(ValueFormats.class).addAll(registry.formats(), loader);
        } catch (IllegalArgumentException e) {
            Explanation explanation = new Explanation(String.valueOf(e.getMessage()), "remove one of the two");
            throw new PluginLoadingException(Phase.REGISTER, failed(found, explanation));
        }
    }

    private void end(LoadedPlugin plugin, String failure, Runnable work) {
        try {
            ending.call(plugin.id(), plugin.loader(), Executors.callable(work, plugin));
        } catch (PluginCallException e) {
            LoggerFactory.getLogger(PluginLoading.class)
                    .error("plugin '{}' {}: {}", plugin.id(), failure, e.getMessage());
        }
    }

    private static List<LoadedPlugin> needed(FoundPlugin found, Map<String, LoadedPlugin> loaded)
            throws PluginLoadingException {
        List<LoadedPlugin> needed = new ArrayList<>();
        for (Map.Entry<String, PluginDependency> each :
                found.manifest().depends().entrySet()) {
            LoadedPlugin other = loaded.get(each.getKey());
            if (other != null && each.getValue().range().contains(other.found().version())) {
                needed.add(other);
            } else if (!each.getValue().optional()) {
                throw new PluginLoadingException(
                        Phase.LOAD,
                        "plugin '" + found.id() + "' needs plugin '" + each.getKey() + "', which failed; see to '"
                                + each.getKey() + "' first");
            }
        }
        return needed;
    }

    private PluginClassLoader loader(FoundPlugin found, List<LoadedPlugin> needed) throws PluginLoadingException {
        try {
            List<URL> files = new ArrayList<>();
            files.add(found.source().toUri().toURL());
            for (Path library : PrivateLibraries.unpack(found, folders.cache())) {
                files.add(library.toUri().toURL());
            }
            return new PluginClassLoader(
                    found.id(),
                    files,
                    found.file().names(),
                    PluginLoading.class.getClassLoader(),
                    needed.stream().map(LoadedPlugin::loader).toList());
        } catch (IOException e) {
            throw new PluginLoadingException(
                    Phase.LOAD,
                    failed(
                            found,
                            new Explanation(
                                    "its files cannot be read (" + e.getMessage() + ")",
                                    "see that there is room on the disk, and copy the plugin there again")));
        }
    }

    private <T> T call(Phase phase, FoundPlugin found, ClassLoader loader, Callable<T> work)
            throws PluginLoadingException {
        try {
            return call.call(found.id(), loader, work);
        } catch (PluginCallException e) {
            throw new PluginLoadingException(phase, failed(found, e.explanation()));
        }
    }

    private static String failed(FoundPlugin found, Explanation explanation) {
        return "plugin '" + found.id() + "' " + found.version() + " in " + found.source() + " could not be loaded: "
                + explanation.complaint() + "; " + explanation.fix();
    }

    private static void close(PluginClassLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            LoggerFactory.getLogger(PluginLoading.class).info("{} could not be closed", loader, e);
        }
    }
}
