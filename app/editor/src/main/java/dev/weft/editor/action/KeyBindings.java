package dev.weft.editor.action;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.preferences.Preferences;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.collections.MapChangeListener;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which keys ask for which action: the default ones, and what the user put in their place.
@Singleton
public final class KeyBindings {
    private static final Logger LOG = LoggerFactory.getLogger(KeyBindings.class);

    private final Preferences preferences;

    @Inject
    KeyBindings(Preferences preferences) {
        this.preferences = preferences;
    }

    /// The keys of an action, if it has any.
    public Optional<KeyCombination> key(Action action) {
        String chosen = preferences.keys().get(action.name());
        if (chosen == null) {
            return action.defaultKey().map(KeyCombination::valueOf);
        }
        return chosen.isEmpty() ? Optional.empty() : read(action, chosen);
    }

    /// What people read of the keys of an action, such as `Ctrl+Enter`; empty if it has none.
    public String words(Action action) {
        return key(action).map(KeyCombination::getDisplayText).orElse("");
    }

    /// What people read of the keys of an action, one word a key.
    public List<String> caps(Action action) {
        return key(action)
                .map(KeyCombination::getDisplayText)
                .map(text -> List.of(text.split("(?<=[^+])\\+")))
                .orElse(List.of());
    }

    /// The action that a pressed key asks for.
    public Optional<Action> find(KeyEvent event) {
        return Arrays.stream(Action.values())
                .filter(action -> key(action).filter(key -> key.match(event)).isPresent())
                .findFirst();
    }

    /// The other actions that have these keys.
    public List<Action> conflicts(Action action, KeyCombination key) {
        return Arrays.stream(Action.values())
                .filter(other -> other != action && key(other).equals(Optional.of(key)))
                .toList();
    }

    /// Gives an action other keys, or none. Another action that had them loses them.
    public void set(Action action, Optional<KeyCombination> key) {
        key.ifPresent(wanted ->
                conflicts(action, wanted).forEach(other -> preferences.keys().put(other.name(), "")));
        String name = key.map(KeyCombination::getName).orElse("");
        if (key.equals(action.defaultKey().map(KeyCombination::valueOf))) {
            preferences.keys().remove(action.name());
        } else {
            preferences.keys().put(action.name(), name);
        }
    }

    /// Whether an action has other keys than at first.
    public boolean changed(Action action) {
        return preferences.keys().containsKey(action.name());
    }

    /// Gives every action its default keys.
    public void reset() {
        preferences.keys().clear();
    }

    /// Calls whenever keys have changed.
    public void onChange(Runnable listener) {
        preferences.keys().addListener((MapChangeListener<String, String>) _ -> listener.run());
    }

    /// What to depend on so as to be told when keys change.
    public Observable observable() {
        return preferences.keys();
    }

    private static Optional<KeyCombination> read(Action action, String words) {
        try {
            return Optional.of(KeyCombination.valueOf(words));
        } catch (IllegalArgumentException e) {
            LOG.warn("The keys \"{}\" of {} can't be read, so the default ones are used.", words, action);
            return action.defaultKey().map(KeyCombination::valueOf);
        }
    }
}
