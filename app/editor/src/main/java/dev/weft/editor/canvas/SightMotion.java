package dev.weft.editor.canvas;

import dev.weft.editor.canvas.board.Board;
import dev.weft.editor.canvas.model.Sight;
import dev.weft.editor.preferences.Preferences;
import javafx.animation.AnimationTimer;

/// Moves the view to another one in a moment, or at once if people want no motion.
final class SightMotion {
    private static final double NANOSECONDS = 220_000_000;

    private final Board board;
    private final Preferences preferences;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            step(now);
        }
    };
    private Sight from;
    private Sight to;
    private long began;

    SightMotion(Board board, Preferences preferences) {
        this.board = board;
        this.preferences = preferences;
        this.from = board.sight();
        this.to = board.sight();
    }

    void go(Sight wanted) {
        timer.stop();
        if (preferences.reduceMotionProperty().get() || board.getScene() == null) {
            board.look(wanted);
            return;
        }
        from = board.sight();
        to = wanted;
        began = 0;
        timer.start();
    }

    void stop() {
        timer.stop();
    }

    private void step(long now) {
        if (began == 0) {
            began = now;
        }
        double time = Math.min(1, (now - began) / NANOSECONDS);
        double eased = 1 - Math.pow(1 - time, 3);
        if (time >= 1) {
            timer.stop();
            board.look(to);
        } else {
            board.look(from.between(to, eased));
        }
    }
}
