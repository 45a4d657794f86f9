package dev.weft.runtime.plugin;

import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import dev.weft.nodes.api.Plugin;
import dev.weft.runtime.configuration.ConfigurationException;
import dev.weft.runtime.plugin.PluginStatus.Phase;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.slf4j.LoggerFactory;

/// Loads one plugin after its dependencies, and unloads it.
///
/// Each plugin's entry is made by a child injector of its own: it can ask for what the runtime binds and for what
/// [PluginBindings] binds for it alone, never for what another plugin brought.
final class PluginLoading {
    /// How much longer than a loading one an ending plugin may take: it waits for models that are just being opened,
    /// without which the process would crash.
    private static final int ENDING_TIMES = 6;

    private final Injector injector;
    private final BoundedCall call;
    private final BoundedCall ending;

    /// @param timeLimit how long one call into a plugin may take that is being loaded
    PluginLoading(Injector injector, Duration timeLimit) {
        this.injector = injector;
        this.call = new BoundedCall(timeLimit);
        this.ending = new BoundedCall(timeLimit.multipliedBy(ENDING_TIMES));
    }

    /// @param loaded the plugins that were loaded before, by id
    /// @throws PluginLoadingException if the plugin, or one that it needs, does not work
    LoadedPlugin load(FoundPlugin found, Map<String, LoadedPlugin> loaded) throws PluginLoadingException {
        PluginClassLoader loader = loader(found, loaded);
        boolean done = false;
        try {
            Class<? extends Plugin> type = call(Phase.LOAD, found, loader, () -> entryType(found, loader));
            Plugin entry = call(Phase.INJECT, found, loader, () -> new PluginBindings(found).entry(injector, type));
            Registry registry = new Registry(found.id(), loader);
            call(Phase.REGISTER, found, loader, () -> {
                entry.register(registry);
                return found;
            });
            done = true;
            return new LoadedPlugin(found.id(), loader, entry, registry.types(), registry.observers());
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
        close(plugin.loader());
    }

    private void end(LoadedPlugin plugin, String failure, Runnable work) {
        try {
            ending.call(plugin.id(), plugin.loader(), Executors.callable(work, plugin));
        } catch (ExecutionException | TimeoutException e) {
            LoggerFactory.getLogger(PluginLoading.class).error("plugin '{}' {}", plugin.id(), failure, e);
        }
    }

    private PluginClassLoader loader(FoundPlugin found, Map<String, LoadedPlugin> loaded)
            throws PluginLoadingException {
        List<PluginClassLoader> dependencies = new ArrayList<>();
        for (String id : found.manifest().depends().keySet()) {
            LoadedPlugin dependency = loaded.get(id);
            if (dependency == null) {
                throw new PluginLoadingException(
                        Phase.LOAD,
                        "plugin '" + found.id() + "' needs plugin '" + id + "', which failed; look at that one first",
                        null);
            }
            dependencies.add(dependency.loader());
        }
        try {
            return new PluginClassLoader(
                    found.id(), found.file().url(), PluginLoading.class.getClassLoader(), dependencies);
        } catch (MalformedURLException e) {
            throw new IllegalStateException("every path is a URL", e);
        }
    }

    private static Class<? extends Plugin> entryType(FoundPlugin found, ClassLoader loader)
            throws ClassNotFoundException {
        Class<? extends Plugin> entry =
                Class.forName(found.manifest().entry(), true, loader).asSubclass(Plugin.class);
        Constructor<?>[] constructors = entry.getDeclaredConstructors();
        if (constructors.length != 1) {
            throw new IllegalArgumentException(
                    "its entry " + entry.getName() + " has " + constructors.length + " constructors instead of one");
        }
        return entry;
    }

    private <T> T call(Phase phase, FoundPlugin found, ClassLoader loader, Callable<T> work)
            throws PluginLoadingException {
        try {
            return call.call(found.id(), loader, work);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof ConfigurationException mistakes) {
                throw new PluginLoadingException(
                        phase,
                        "plugin '" + found.id() + "' is not configured rightly: " + mistakes.getMessage(),
                        mistakes);
            }
            throw new PluginLoadingException(phase, failed(found, reason(found.manifest(), cause)), cause);
        } catch (TimeoutException e) {
            throw new PluginLoadingException(
                    phase,
                    failed(found, "it was not ready after " + call.timeLimit().toSeconds() + " seconds"),
                    e);
        }
    }

    private static String failed(FoundPlugin found, String reason) {
        return "plugin '" + found.id() + "' " + found.manifest().version() + " from "
                + found.file().path() + " could not be loaded: " + reason + "; update or remove it";
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

    private static void close(PluginClassLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            LoggerFactory.getLogger(PluginLoading.class).info("{} could not be closed", loader, e);
        }
    }
}
