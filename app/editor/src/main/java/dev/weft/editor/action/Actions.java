package dev.weft.editor.action;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/// Who does what can be asked for. Keys, menus, buttons and the palette all come here.
@Singleton
public final class Actions {
    private final Map<Action, Runnable> handlers = new EnumMap<>(Action.class);
    private final Map<Action, BooleanProperty> possible = new EnumMap<>(Action.class);

    @Inject
    Actions() {
        for (Action action : Action.values()) {
            possible.put(action, new SimpleBooleanProperty());
        }
    }

    /// Lets a handler do an action, at any time.
    public void handle(Action action, Runnable handler) {
        handlers.put(action, handler);
        property(action).unbind();
        property(action).set(true);
    }

    /// Lets a handler do an action while a condition holds.
    public void handle(Action action, ObservableBooleanValue condition, Runnable handler) {
        handlers.put(action, handler);
        property(action).bind(condition);
    }

    /// Whether an action can be asked for at this moment.
    public ReadOnlyBooleanProperty possibleProperty(Action action) {
        return property(action);
    }

    /// Does an action if that is possible now.
    ///
    /// @return whether it was
    public boolean perform(Action action) {
        Runnable handler = handlers.get(action);
        if (handler == null || !property(action).get()) {
            return false;
        }
        handler.run();
        return true;
    }

    private BooleanProperty property(Action action) {
        return Objects.requireNonNull(possible.get(action));
    }
}
