package dev.weft.editor.canvas.board;

import java.util.function.IntUnaryOperator;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Makes views a few a frame, so that no frame gets long: as many as took a bearable time in the frames before,
/// style
/// and layout included.
final class Workbench {
    private static final double BEARABLE = 10_000_000;
    private static final int FEWEST = 2;
    private static final int MOST = 64;

    private final IntUnaryOperator work;
    private final Runnable measure = this::measure;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            work();
        }
    };
    private @Nullable Scene scene;
    private int atOnce = 6;
    private int made;
    private long began;
    private boolean busy;

    /// @param work makes at most so many views and says how many it made
    Workbench(IntUnaryOperator work) {
        this.work = work;
    }

    boolean isBusy() {
        return busy;
    }

    /// Works in the frames that come, until nothing is left.
    void begin() {
        if (!busy) {
            busy = true;
            timer.start();
        }
    }

    void follow(@Nullable Scene newScene) {
        if (scene != null) {
            scene.removePostLayoutPulseListener(measure);
        }
        scene = newScene;
        if (newScene != null) {
            newScene.addPostLayoutPulseListener(measure);
        }
    }

    void close() {
        timer.stop();
        follow(null);
    }

    private void work() {
        began = System.nanoTime();
        made = work.applyAsInt(atOnce);
        if (made == 0) {
            busy = false;
            timer.stop();
        }
    }

    private void measure() {
        if (made > 0) {
            double each = (double) (System.nanoTime() - began) / made;
            int bearable = (int) Math.clamp(BEARABLE / each, FEWEST, MOST);
            atOnce = made < atOnce ? Math.min(bearable, atOnce * 2) : Math.min(bearable, atOnce + 4);
            atOnce = Math.max(FEWEST, atOnce);
            made = 0;
        }
    }
}
