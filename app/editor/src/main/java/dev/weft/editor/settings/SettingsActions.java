package dev.weft.editor.settings;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.window.WindowControl;
import java.util.Optional;
import javafx.application.Platform;

/// Goes to the list of keys, which is a part of the settings.
@Singleton
final class SettingsActions {
    @Inject
    SettingsActions(Actions actions, WindowControl control, Provider<SettingsDrawer> drawer) {
        actions.handle(Action.SHOW_KEYS, () -> {
            control.drawerProperty().set(Optional.of("settings"));
            Platform.runLater(() -> drawer.get().go("keys"));
        });
    }
}
