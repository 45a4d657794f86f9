package dev.weft.editor;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import dev.weft.editor.window.EditorWindow;
import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.runtime.Installation;
import dev.weft.runtime.RuntimeSettings;
import dev.weft.runtime.WeftRuntime;
import dev.weft.runtime.cache.CacheSettings;
import dev.weft.runtime.plugin.PluginPath;
import dev.weft.runtime.plugin.PluginTrust;
import dev.weft.runtime.trust.PermissionFile;
import dev.weft.runtime.trust.UserTrust;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;

/// The editor as JavaFX starts it.
public final class EditorApplication extends Application {
    @Override
    public void start(javafx.stage.Stage stage) throws IOException {
        Installation installation = Installation.ofProcess(System.getenv());
        WeftRuntime runtime = WeftRuntime.start(new RuntimeSettings(
                installation.folders(List.of(), Path.of("output")),
                BackendSettings.of(new BackendChoice.Automatic()),
                CacheSettings.usual(),
                PluginPath.of(installation.plugins(List.of()), trust(installation))));
        Injector injector = Guice.createInjector(Stage.DEVELOPMENT, EditorModules.all(installation, runtime));
        injector.getInstance(EditorWindow.class).show(stage);
    }

    private static PluginTrust trust(Installation installation) throws IOException {
        return installation.allowsAllPlugins()
                ? PluginTrust.ALL
                : UserTrust.of(installation.ownPlugins(), new PermissionFile(installation.data()).read());
    }
}
