package dev.weft.runtime.plugin;

import com.google.inject.Binder;
import com.google.inject.Injector;
import dev.weft.nodes.api.Configuration;
import dev.weft.nodes.api.DataFolder;
import dev.weft.nodes.api.Plugin;
import dev.weft.nodes.api.record.ParameterRecord;
import dev.weft.runtime.configuration.ConfigurationException;
import dev.weft.runtime.configuration.ConfigurationFile;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one plugin's entry can ask for in its constructor, beside what the runtime binds for all: its [Logger], its
/// [DataFolder] and its [Configuration]. Files of a plugin lie beside its jar.
final class PluginBindings {
    private final FoundPlugin found;

    PluginBindings(FoundPlugin found) {
        this.found = found;
    }

    /// Makes the plugin's entry in an injector of its own: it can ask for what the runtime binds and for what is bound
    /// here, never for what another plugin brought.
    ///
    /// @param type has one constructor
    /// @throws EntryFault if the user's configuration of the plugin has mistakes
    <T extends Plugin> T entry(Injector injector, Class<T> type) {
        @SuppressWarnings("unchecked") // a class's constructors make instances of that class
        Constructor<T> constructor = (Constructor<T>) type.getDeclaredConstructors()[0];
        Map<Class<?>, Record> configurations = configurations(constructor);
        return injector.createChildInjector(binder -> {
                    binder.bind(type).toConstructor(constructor);
                    binder.bind(Logger.class).toInstance(LoggerFactory.getLogger(found.id()));
                    binder.bind(DataFolder.class)
                            .toInstance(new DataFolder(beside("data").resolve(found.id())));
                    configurations.forEach((asked, configuration) -> bind(binder, asked, configuration));
                })
                .getInstance(type);
    }

    private Map<Class<?>, Record> configurations(Constructor<?> constructor) {
        Map<Class<?>, Record> configurations = new HashMap<>();
        for (Class<?> asked : constructor.getParameterTypes()) {
            if (asked.isAnnotationPresent(Configuration.class)) {
                configurations.put(asked, configuration(asked));
            }
        }
        return configurations;
    }

    private Record configuration(Class<?> asked) {
        if (!asked.isRecord()) {
            throw new IllegalArgumentException("its configuration " + asked.getName() + " is not a record");
        }
        ConfigurationFile file = new ConfigurationFile(beside("config").resolve(found.id() + ".json"));
        try {
            return file.read(ParameterRecord.of(asked.asSubclass(Record.class)));
        } catch (ConfigurationException e) {
            throw new EntryFault("its configuration is wrong (" + e.getMessage() + ")", "correct that file");
        }
    }

    private static <T> void bind(Binder binder, Class<T> asked, Record configuration) {
        binder.bind(asked).toInstance(asked.cast(configuration));
    }

    private Path beside(String folder) {
        return found.source().resolveSibling(folder);
    }
}
