package dev.weft.editor;

import com.google.inject.Injector;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.window.EditorWindow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;

/// Goes to the main parts of the window one after another, and closes it.
final class Rehearsal extends AnimationTimer {
    private static final int FRAMES_EACH = 20;
    private static final List<Action> STEPS = List.of(
            Action.FIT,
            Action.COMMANDS,
            Action.COMMANDS,
            Action.ADD_NODE,
            Action.SHOW_QUEUE,
            Action.SHOW_PROBLEMS,
            Action.SHOW_SETTINGS,
            Action.SHOW_PLUGINS,
            Action.SHOW_GALLERY,
            Action.SHOW_FORM,
            Action.SHOW_GRAPH);

    private final Actions actions;
    private final EditorWindow window;
    private final Deque<Action> left = new ArrayDeque<>(STEPS);
    private int frame;

    private Rehearsal(Actions actions, EditorWindow window) {
        this.actions = actions;
        this.window = window;
    }

    static void begin(Injector injector) {
        new Rehearsal(injector.getInstance(Actions.class), injector.getInstance(EditorWindow.class)).start();
    }

    @Override
    public void handle(long now) {
        if (++frame % FRAMES_EACH != 0) {
            return;
        }
        if (left.isEmpty()) {
            stop();
            window.close();
        } else {
            actions.perform(left.removeFirst());
        }
    }
}
