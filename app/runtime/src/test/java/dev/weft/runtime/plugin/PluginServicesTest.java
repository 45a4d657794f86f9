package dev.weft.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Binder;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.weft.nodes.api.Configuration;
import dev.weft.nodes.api.DataFolder;
import dev.weft.nodes.api.ExecutionEvent.NodeStarted;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.NodeRegistrar;
import dev.weft.nodes.api.Plugin;
import dev.weft.nodes.api.record.Whole;
import dev.weft.runtime.cache.CacheSettings;
import dev.weft.runtime.cache.ResultCache;
import dev.weft.runtime.cache.ValueFormats;
import dev.weft.runtime.observer.Observers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/// What a plugin's entry may ask for. The plugin tells by files what it was given, as its classes are its own.
final class PluginServicesTest {
    @Configuration
    record Settings(
            @Whole(value = "Cups.", initial = 3, minimum = 1, maximum = 9)
            int cups) {}

    static final class Asking implements Plugin {
        private final DataFolder data;

        Asking(Logger log, DataFolder data, Settings settings, Folders folders) throws IOException {
            this.data = data;
            Files.writeString(
                    data.make().resolve("given"), log.getName() + " " + settings.cups() + " " + folders.output());
        }

        @Override
        public void register(NodeRegistrar registrar) {
            registrar.observe((execution, event) -> {
                try {
                    Files.writeString(data.path().resolve("observed"), execution + " " + event);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    static final class Modest implements Plugin {
        @Override
        public void register(NodeRegistrar registrar) {}
    }

    @TempDir
    private Path folder = Path.of("");

    private final Observers observers = new Observers();

    @Test
    void an_entry_is_given_its_logger_its_folder_and_its_configuration() throws IOException {
        install(Asking.class);
        assertThat(host().load().statuses()).singleElement().isInstanceOf(PluginStatus.Loaded.class);
        assertThat(folder.resolve("data/asker/given"))
                .hasContent("asker 3 " + folder.resolve("out").toAbsolutePath());
        assertThat(folder.resolve("config/asker.json")).hasContent("{\n  \"cups\": 3\n}\n");
    }

    @Test
    void what_the_user_has_configured_is_given() throws IOException {
        install(Asking.class);
        configure("{\"cups\": 9}");
        host().load();
        assertThat(folder.resolve("data/asker/given")).content().startsWith("asker 9 ");
    }

    @Test
    void a_mistake_in_the_configuration_is_told_and_the_entry_is_not_made() throws IOException {
        install(Asking.class);
        configure("{\"cup\": 9}");
        assertThat(host().load().statuses())
                .singleElement()
                .isInstanceOf(PluginStatus.Failed.class)
                .extracting(PluginStatus::message)
                .isEqualTo("plugin 'asker' 1.0.0 in " + folder.resolve("asker")
                        + " could not be loaded: its configuration is wrong (" + folder.resolve("config/asker.json")
                        + ", line 1: there is no setting \"cup\"; did you mean \"cups\"?); correct that file");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void nothing_is_written_for_a_plugin_that_asks_for_nothing() throws IOException {
        install(Modest.class);
        host().load();
        assertThat(folder.resolve("config")).doesNotExist();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void an_observer_is_told_of_executions_until_its_plugin_is_closed() throws IOException {
        install(Asking.class);
        PluginHost host = host();
        host.load();
        observers.alongside(_ -> {}).accept(new NodeStarted("kettle"));
        host.close();
        assertThat(folder.resolve("data/asker/observed")).hasContent("1 NodeStarted[node=kettle]");
        observers.alongside(_ -> {}).accept(new NodeStarted("pot"));
        assertThat(folder.resolve("data/asker/observed")).hasContent("1 NodeStarted[node=kettle]");
    }

    private PluginHost host() {
        Folders folders = new Folders(List.of(), folder.resolve("out"), folder, folder, folder);
        ValueFormats formats = new ValueFormats();
        Injector injector = Guice.createInjector(Binder::requireExplicitBindings, binder -> {
            binder.bind(Folders.class).toInstance(folders);
            binder.bind(ValueFormats.class).toInstance(formats);
            binder.bind(ResultCache.class).toInstance(new ResultCache(CacheSettings.none(), formats, folders));
        });
        return new PluginHost(injector, folders, PluginPath.trusting(List.of(folder.resolve("asker"))), observers);
    }

    private void install(Class<? extends Plugin> entry) throws IOException {
        Path place = folder.resolve("asker");
        TestClasses.copy(PluginServicesTest.class, place);
        Files.createDirectories(place.resolve("META-INF"));
        Files.writeString(
                place.resolve(PluginFile.MANIFEST),
                "{\"id\": \"asker\", \"version\": \"1.0.0\", \"weft\": \"^0.1\", \"entry\": \"" + entry.getName()
                        + "\"}");
    }

    private void configure(String text) throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/asker.json"), text);
    }
}
