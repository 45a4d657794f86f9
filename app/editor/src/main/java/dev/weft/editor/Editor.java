package dev.weft.editor;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import dev.weft.editor.files.Opening;
import dev.weft.editor.run.Runner;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Entry of the editor.
public final class Editor {
    private Editor() {}

    /// Opens the window and returns when it was closed.
    ///
    /// @param files to open: workflows, or pictures that carry one
    /// @throws EditorException if no window can be shown, with one sentence that says why
    public static void open(Installation installation, List<Path> files) throws EditorException {
        run(installation, files, _ -> {});
    }

    /// Opens the window, goes to its main parts and closes it again, for the JVM to note what that takes.
    ///
    /// @param files to open
    public static void rehearse(Installation installation, List<Path> files) throws EditorException {
        run(installation, files, Rehearsal::begin);
    }

    private static void run(Installation installation, List<Path> files, Consumer<Injector> then)
            throws EditorException {
        startToolkit();
        try (WeftRuntime runtime = start(installation)) {
            CountDownLatch closed = new CountDownLatch(1);
            AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
            Platform.runLater(() -> {
                try {
                    then.accept(show(installation, runtime, files, closed));
                } catch (RuntimeException e) {
                    failure.set(e);
                    closed.countDown();
                }
            });
            closed.await();
            RuntimeException thrown = failure.get();
            if (thrown != null) {
                throw thrown;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Platform.exit();
        }
    }

    /// JavaFX says as a warning that it was found on the class path, where it works as well.
    private static void startToolkit() throws EditorException {
        Logger logger = Logger.getLogger("javafx");
        logger.setLevel(Level.SEVERE);
        try {
            Platform.startup(() -> logger.setLevel(null));
        } catch (UnsupportedOperationException e) {
            throw new EditorException(
                    "The editor needs a screen, and there is none here. On a computer without one, 'weft run FILE' does"
                            + " the work.",
                    e);
        }
    }

    private static Injector show(
            Installation installation, WeftRuntime runtime, List<Path> files, CountDownLatch closed) {
        Injector injector = Guice.createInjector(Stage.DEVELOPMENT, EditorModules.all(installation, runtime));
        javafx.stage.Stage stage = new javafx.stage.Stage();
        injector.getInstance(Opening.class).begin(files);
        injector.getInstance(EditorWindow.class).show(stage);
        FirstFrame.log(stage.getScene());
        stage.setOnHidden(_ -> Thread.ofPlatform().name("weft-end").start(() -> {
            // What runs has to end before the models that it uses are closed.
            injector.getInstance(Runner.class).close();
            closed.countDown();
        }));
        return injector;
    }

    private static WeftRuntime start(Installation installation) throws EditorException {
        try {
            return WeftRuntime.start(new RuntimeSettings(
                    installation.folders(List.of(), Path.of("output"), installation.home()),
                    BackendSettings.of(new BackendChoice.Automatic()),
                    CacheSettings.usual(),
                    PluginPath.of(installation.plugins(List.of()), trust(installation))));
        } catch (IOException e) {
            throw new EditorException("What the user allowed plugins to do can't be read: " + e.getMessage(), e);
        }
    }

    private static PluginTrust trust(Installation installation) throws IOException {
        return installation.allowsAllPlugins()
                ? PluginTrust.ALL
                : UserTrust.of(installation.ownPlugins(), new PermissionFile(installation.data()).read());
    }
}
