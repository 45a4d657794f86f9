package dev.weft.editor.plugins;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.check.GraphCheck;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.run.RunState;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Toasts;
import dev.weft.runtime.Installation;
import dev.weft.runtime.WeftRuntime;
import dev.weft.runtime.plugin.PluginPath;
import dev.weft.runtime.plugin.PluginTrust;
import dev.weft.runtime.trust.AllowedContent;
import dev.weft.runtime.trust.PermissionFile;
import dev.weft.runtime.trust.Permissions;
import dev.weft.runtime.trust.UserTrust;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The plugins and what people choose for them. What is chosen holds at once: the runtime begins again with it,
/// in a
/// thread of its own.
@Singleton
final class PluginChoices {
    private static final Texts TEXTS = Texts.of(PluginChoices.class);

    private final Installation installation;
    private final WeftRuntime runtime;
    private final GraphCheck check;
    private final RunState runs;
    private final Preferences preferences;
    private final Toasts toasts;
    private final ReadOnlyObjectWrapper<List<PluginCard>> cards = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    @Inject
    PluginChoices(
            Installation installation,
            WeftRuntime runtime,
            GraphCheck check,
            RunState runs,
            Preferences preferences,
            Toasts toasts) {
        this.installation = installation;
        this.runtime = runtime;
        this.check = check;
        this.runs = runs;
        this.preferences = preferences;
        this.toasts = toasts;
    }

    ReadOnlyObjectProperty<List<PluginCard>> cardsProperty() {
        return cards.getReadOnlyProperty();
    }

    /// Whether plugins are just being loaded.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Shows the plugins as they are.
    void refresh() {
        List<Path> own = installation.ownPlugins();
        cards.set(runtime.plugins().stream()
                .map(status -> PluginCard.of(status, own))
                .toList());
    }

    /// Allows what a plugin contains now.
    void allow(PluginCard card) {
        card.origin()
                .sha256()
                .ifPresent(hash -> change(permissions -> permissions.allow(
                        card.id(),
                        new AllowedContent(hash, card.version(), card.origin().source()))));
    }

    /// Keeps a plugin off, whatever it contains.
    void keepOff(PluginCard card) {
        change(permissions -> permissions.forbid(card.id()));
    }

    /// Looks for plugins anew.
    void reload() {
        change(UnaryOperator.identity());
    }

    private void change(UnaryOperator<Permissions> change) {
        if (busy.get()) {
            return;
        }
        if (runs.running().get()) {
            toasts.show(Toasts.Kind.WARNING, TEXTS.get("run_first"));
            return;
        }
        busy.set(true);
        Thread.ofVirtual().name("weft-plugins").start(() -> {
            try {
                PermissionFile file = new PermissionFile(installation.data());
                file.change(change);
                runtime.reload(PluginPath.of(installation.plugins(List.of()), trust(file.read())));
                runtime.nodeTypes();
                Platform.runLater(this::changed);
            } catch (IOException e) {
                String message = String.valueOf(e.getMessage());
                Platform.runLater(() -> {
                    busy.set(false);
                    toasts.show(Toasts.Kind.ERROR, message);
                });
            }
        });
    }

    private PluginTrust trust(Permissions permissions) throws IOException {
        PluginTrust said = UserTrust.of(installation.ownPlugins(), permissions);
        return installation.allowsAllPlugins()
                ? (id, _, _) -> permissions.forbidden().contains(id)
                        ? PluginTrust.Verdict.FORBIDDEN
                        : PluginTrust.Verdict.ALLOWED
                : said;
    }

    private void changed() {
        busy.set(false);
        refresh();
        check.again();
        // Whoever lists node types listens to this list, and shows those that there are now.
        List<String> recent = List.copyOf(preferences.recentNodeTypes());
        preferences.recentNodeTypes().setAll(recent);
    }
}
