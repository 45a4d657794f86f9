package dev.weft.editor.window;

import com.google.inject.Inject;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.action.KeyBindings;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Turns keys that nothing in the window has taken into actions.
final class Keyboard {
    private final Actions actions;
    private final KeyBindings keys;
    private final WindowControl control;

    @Inject
    Keyboard(Actions actions, KeyBindings keys, WindowControl control) {
        this.actions = actions;
        this.keys = keys;
        this.control = control;
    }

    /// Listens to the keys of a window.
    ///
    /// @param pages where Tab asks for an action rather than going to the next control
    void listen(Scene scene, Node pages) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isConsumed() || control.modalProperty().get() || types(scene, event)) {
                return;
            }
            if (event.getCode() == KeyCode.TAB && !within(scene.getFocusOwner(), pages)) {
                return;
            }
            keys.find(event).ifPresent(action -> perform(action, event));
        });
    }

    private void perform(Action action, KeyEvent event) {
        if (actions.perform(action)) {
            event.consume();
        }
    }

    /// Keys that write something or move the cursor belong to the field that has the focus.
    private static boolean types(Scene scene, KeyEvent event) {
        boolean field =
                scene.getFocusOwner() instanceof TextInputControl || scene.getFocusOwner() instanceof Spinner<?>;
        boolean plain = !event.isShortcutDown() && !event.isControlDown() && !event.isMetaDown() && !event.isAltDown();
        return field && plain && !event.getCode().isFunctionKey();
    }

    private static boolean within(Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return node == null;
    }
}
