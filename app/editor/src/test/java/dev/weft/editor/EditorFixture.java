package dev.weft.editor;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.run.Runner;
import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.runtime.Installation;
import dev.weft.runtime.RuntimeSettings;
import dev.weft.runtime.WeftRuntime;
import dev.weft.runtime.cache.CacheSettings;
import dev.weft.runtime.plugin.PluginPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A whole editor for one test, with Weft's own nodes, the starter model and folders of its own.
///
/// @param injector everything in it
/// @param runtime what runs workflows in it
public record EditorFixture(Injector injector, WeftRuntime runtime) implements AutoCloseable {
    /// Assembles an editor that keeps everything in a folder.
    public static EditorFixture in(Path folder) {
        return in(folder, modules -> modules);
    }

    /// Assembles an editor that keeps everything in a folder, of parts of which a test changes some.
    public static EditorFixture in(Path folder, UnaryOperator<List<Module>> change) {
        Installation installation = installation(folder);
        WeftRuntime runtime = runtime(folder);
        Injector injector =
                Guice.createInjector(Stage.DEVELOPMENT, change.apply(EditorModules.all(installation, runtime)));
        // The tour would lie over what tests click on.
        injector.getInstance(Preferences.class).tourSeenProperty().set(true);
        return new EditorFixture(injector, runtime);
    }

    /// What runs workflows in such an editor, for tests of what needs no window.
    public static WeftRuntime runtime(Path folder) {
        Installation installation = installation(folder);
        return WeftRuntime.start(new RuntimeSettings(
                installation.folders(List.of(), folder.resolve("output"), installation.home()),
                BackendSettings.of(new BackendChoice.Automatic()),
                CacheSettings.usual(),
                PluginPath.trusting(installation.ownPlugins())));
    }

    private static Installation installation(Path folder) {
        return Installation.in(
                Path.of(System.getProperty("weft.home", "../.."))
                        .toAbsolutePath()
                        .normalize(),
                Map.of(
                        "WEFT_DATA",
                        folder.resolve("data").toString(),
                        "WEFT_CACHE",
                        folder.resolve("cache").toString()));
    }

    /// The one object of a class in this editor.
    public <T> T get(Class<T> type) {
        return injector.getInstance(type);
    }

    @Override
    public void close() {
        get(Runner.class).close();
        runtime.close();
    }
}
