package dev.weft.editor.canvas;

import dev.weft.editor.EditorFixture;
import dev.weft.editor.canvas.board.Board;
import dev.weft.editor.document.Document;
import dev.weft.editor.document.Item;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.theme.Theme;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.Workflow;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Measures a canvas of 1000 nodes and 2000 wires: how long it takes to open, and how long a frame takes from
/// one to
/// the next while people drag, pan and zoom. Run by `-Pbench-editor`, with `-Djavafx.animation.fullspeed=true`
/// so that
/// no frame waits for a clock.
public final class CanvasBenchmark {
    private static final int NODES = 1000;
    private static final int FRAMES = 90;

    private final Stage stage;
    private final Board board;
    private final Document document;

    private CanvasBenchmark(Stage stage, Document document, Board board) {
        this.stage = stage;
        this.document = document;
        this.board = board;
    }

    /// Prints the figures.
    public static void main(String[] arguments) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        EditorFixture editor = EditorFixture.in(Files.createTempDirectory("bench"));
        editor.runtime().nodeTypes();
        Workflow workflow = LargeGraph.of(NODES);
        System.out.printf(
                "%d nodes, %d wires%n",
                workflow.nodes().size(), workflow.links().size());
        for (int round = 0; round < 2; round++) {
            CanvasBenchmark benchmark = open(editor, workflow);
            System.out.println("| gesture | p50 ms | p95 ms | worst ms | of that in our code, p50 |");
            benchmark.measureAll();
            onFx(benchmark.stage::close);
        }
        editor.close();
        Platform.exit();
    }

    private static CanvasBenchmark open(EditorFixture editor, Workflow workflow) throws Exception {
        CanvasBenchmark[] made = new CanvasBenchmark[1];
        long began = System.nanoTime();
        onFx(() -> {
            Document document = new Document(workflow, Optional.empty());
            editor.get(Preferences.class).reduceMotionProperty().set(true);
            editor.get(Workspace.class).open(document);
            GraphPage page = editor.get(GraphPages.class).open(document);
            Scene scene = new Scene(new StackPane(page.region()), 1440, 860);
            editor.get(Theme.class).apply(scene);
            Stage stage = new Stage();
            stage.setX(0);
            stage.setY(0);
            stage.setScene(scene);
            stage.show();
            made[0] = new CanvasBenchmark(stage, document, page.board());
        });
        frames(2, _ -> {});
        double first = (System.nanoTime() - began) / 1e6;
        while (!made[0].board.isComplete()) {
            frames(1, _ -> {});
        }
        System.out.printf(
                Locale.ROOT,
                "open: %.0f ms to the first frame, %.0f ms to the last view%n",
                first,
                (System.nanoTime() - began) / 1e6);
        return made[0];
    }

    private void measureAll() throws Exception {
        for (double zoom : new double[] {0.1, 0.3, 0.5, 1}) {
            onFx(() -> board.look(board.sight().zoomed(0, 0, zoom).centred(new Point2D(6000, 7000))));
            settle();
            String at = String.format(Locale.ROOT, " at %.0f %%", zoom * 100);
            onFx(() -> document.selection().select(new Item.OfNode(middle())));
            report("drag 1" + at, drag(MouseButton.PRIMARY));
            List<Item> fifty = new ArrayList<>();
            board.drawing().nodes().keySet().stream().skip(400).limit(49).forEach(id -> fifty.add(new Item.OfNode(id)));
            fifty.add(new Item.OfNode(middle()));
            onFx(() -> document.selection().select(fifty));
            report("drag 50" + at, drag(MouseButton.PRIMARY));
            onFx(() -> document.selection().clear());
            report("pan" + at, drag(MouseButton.MIDDLE));
            settle();
        }
        onFx(() -> board.look(board.sight().zoomed(720, 430, 1)));
        settle();
        report("wheel zoom from 100 % to 10 % and back", measured(i -> wheel(i % 60 < 30 ? -40 : 40)));
    }

    private String middle() {
        Point2D middle = board.sight().middle();
        return board.drawing().nodes().values().stream()
                .min(java.util.Comparator.comparingDouble(node -> middle.distance(node.x(), node.y())))
                .orElseThrow()
                .id();
    }

    private List<Double> drag(MouseButton button) throws Exception {
        Point2D[] start = new Point2D[1];
        onFx(() -> {
            var node = board.drawing().node(middle()).orElseThrow();
            start[0] = board.sight().toView(new Point2D(node.x() + 60, node.y() + 12));
            fire(MouseEvent.MOUSE_PRESSED, start[0], button);
        });
        List<Double> times = measured(i -> fire(
                MouseEvent.MOUSE_DRAGGED, start[0].add(40 * Math.sin(i / 8.0) + i, 30 * Math.cos(i / 8.0)), button));
        onFx(() -> fire(MouseEvent.MOUSE_RELEASED, start[0].add(FRAMES, 0), button));
        return times;
    }

    private void settle() throws Exception {
        frames(3, _ -> {});
        while (!board.isComplete()) {
            frames(1, _ -> {});
        }
        frames(5, _ -> {});
    }

    private void wheel(double delta) {
        Point2D scene = board.localToScene(720, 430);
        Event.fireEvent(
                board,
                new ScrollEvent(
                        board,
                        board,
                        ScrollEvent.SCROLL,
                        scene.getX(),
                        scene.getY(),
                        scene.getX(),
                        scene.getY(),
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        delta,
                        0,
                        delta,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    private void fire(EventType<MouseEvent> type, Point2D view, MouseButton button) {
        Point2D scene = board.localToScene(view);
        boolean primary = button == MouseButton.PRIMARY;
        Event.fireEvent(
                board,
                new MouseEvent(
                        board,
                        board,
                        type,
                        scene.getX(),
                        scene.getY(),
                        scene.getX(),
                        scene.getY(),
                        button,
                        1,
                        false,
                        false,
                        false,
                        false,
                        primary,
                        !primary,
                        false,
                        true,
                        false,
                        true,
                        null));
    }

    private static List<Double> measured(IntConsumer work) throws Exception {
        List<Double> times = new ArrayList<>(frames(FRAMES, work));
        times.removeFirst();
        Collections.sort(times);
        return times;
    }

    private static final List<Double> WORK = Collections.synchronizedList(new ArrayList<>());

    private static void report(String gesture, List<Double> times) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %.1f |%n",
                gesture,
                times.get(times.size() / 2),
                times.get(times.size() * 95 / 100),
                times.getLast(),
                WORK.stream().sorted().skip(WORK.size() / 2).findFirst().orElse(0.0));
        WORK.clear();
    }

    /// Does work in each of so many frames.
    ///
    /// @return milliseconds from each frame to the next
    private static List<Double> frames(int count, IntConsumer work) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        List<Double> times = Collections.synchronizedList(new ArrayList<>());
        onFx(() -> new AnimationTimer() {
            private int frame;
            private long last;

            @Override
            public void handle(long now) {
                long time = System.nanoTime();
                if (frame > 0) {
                    times.add((time - last) / 1e6);
                }
                last = time;
                if (frame++ == count) {
                    stop();
                    done.countDown();
                } else {
                    work.accept(frame);
                    WORK.add((System.nanoTime() - time) / 1e6);
                }
            }
        }.start());
        done.await();
        return times;
    }

    private static void onFx(Runnable work) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                work.run();
            } finally {
                done.countDown();
            }
        });
        if (!done.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the JavaFX thread is stuck");
        }
    }
}
