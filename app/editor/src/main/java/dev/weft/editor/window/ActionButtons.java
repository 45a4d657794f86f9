package dev.weft.editor.window;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.action.KeyBindings;
import java.lang.ref.WeakReference;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// Makes buttons that ask for an action: dimmed while it is not possible, with its name and keys in the
/// tooltip.
@Singleton
public final class ActionButtons {
    private final Actions actions;
    private final KeyBindings keys;

    @Inject
    ActionButtons(Actions actions, KeyBindings keys) {
        this.actions = actions;
        this.keys = keys;
    }

    /// A quiet button that shows the icon of an action.
    public Button icon(Action action) {
        return icon(action, action.icon().orElseThrow());
    }

    /// A quiet button that shows another icon than that of its action.
    ///
    /// @param literal of an Ikonli icon
    public Button icon(Action action, String literal) {
        Button button = new Button();
        button.setGraphic(new FontIcon(literal));
        button.getStyleClass().addAll("quiet", "icon-button");
        bind(button, action);
        return button;
    }

    /// A button that shows the name of an action, and its icon if it has one.
    public Button words(Action action) {
        Button button = new Button(action.title());
        action.icon().ifPresent(literal -> button.setGraphic(new FontIcon(literal)));
        bind(button, action);
        return button;
    }

    /// Lets a button ask for an action.
    public void bind(ButtonBase button, Action action) {
        button.setOnAction(_ -> actions.perform(action));
        button.disableProperty().bind(actions.possibleProperty(action).not());
        button.setId(
                "action-" + action.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        describe(button, action);
        // The keys live as long as the program, which not every button does.
        WeakReference<ButtonBase> weak = new WeakReference<>(button);
        keys.onChange(() -> {
            ButtonBase there = weak.get();
            if (there != null) {
                describe(there, action);
            }
        });
    }

    private void describe(ButtonBase button, Action action) {
        String key = keys.words(action);
        button.setAccessibleText(action.title());
        button.setTooltip(new Tooltip(key.isEmpty() ? action.title() : action.title() + "   " + key));
    }
}
