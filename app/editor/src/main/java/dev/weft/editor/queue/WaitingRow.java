package dev.weft.editor.queue;

import dev.weft.editor.run.Runner;
import dev.weft.editor.run.WaitingRun;
import dev.weft.editor.text.Texts;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.kordamp.ikonli.javafx.FontIcon;

/// A run that waits. It is dragged by its dots, or moved by Alt and the arrow keys, and taken out by Delete.
final class WaitingRow extends QueueRow {
    private static final Texts TEXTS = Texts.of(WaitingRow.class);

    private final WaitingRun run;
    private final List<WaitingRun> line;
    private final Runner runner;
    private double pressedAt;

    /// @param line all runs that wait
    WaitingRow(WaitingRun run, List<WaitingRun> line, Runner runner) {
        super(dots(), run.title(), QueueWords.gist(run.gist()));
        this.run = run;
        this.line = List.copyOf(line);
        this.runner = runner;
        Label time = new Label(run.expected().map(QueueWords::time).orElse(""));
        time.getStyleClass().addAll("mono", "text-3");
        time.setMinWidth(USE_PREF_SIZE);
        end(time);
        end(icon("fltral-dismiss-16", TEXTS.get("remove"), () -> runner.remove(run.number())));
        setId("waiting-" + run.number());
        MenuItem earlier = item("earlier", () -> move(-1));
        MenuItem later = item("later", () -> move(1));
        MenuItem remove = item("remove", () -> runner.remove(run.number()));
        setOnContextMenuRequested(
                event -> new ContextMenu(earlier, later, remove).show(this, event.getScreenX(), event.getScreenY()));
        setOnKeyPressed(this::key);
        FontIcon dots = (FontIcon) getChildren().getFirst();
        dots.setOnMousePressed(event -> pressedAt = event.getSceneY());
        dots.setOnMouseDragged(this::dragged);
        dots.setOnMouseReleased(this::dropped);
    }

    private static FontIcon dots() {
        FontIcon dots = new FontIcon("fltrmz-re-order-dots-20");
        dots.getStyleClass().addAll("icon-3", "queue-dots");
        dots.setPickOnBounds(true);
        Tooltip.install(dots, new Tooltip(TEXTS.get("drag")));
        return dots;
    }

    private static MenuItem item(String key, Runnable work) {
        MenuItem item = new MenuItem(TEXTS.get(key));
        item.setOnAction(_ -> work.run());
        return item;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> keyMove(event, -1);
            case DOWN -> keyMove(event, 1);
            case DELETE -> {
                runner.remove(run.number());
                event.consume();
            }
            default -> {}
        }
    }

    private void keyMove(KeyEvent event, int by) {
        if (event.isAltDown()) {
            move(by);
            event.consume();
        }
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            setTranslateY(event.getSceneY() - pressedAt);
            setViewOrder(-1);
            event.consume();
        }
    }

    private void dropped(MouseEvent event) {
        int rows = (int) Math.round((event.getSceneY() - pressedAt) / getHeight());
        setTranslateY(0);
        setViewOrder(0);
        move(rows);
        event.consume();
    }

    private void move(int by) {
        int from = line.indexOf(run);
        int to = Math.clamp(from + (long) by, 0, line.size() - 1);
        if (to < from) {
            runner.moveBefore(run.number(), line.get(to).number());
        } else if (to > from) {
            runner.moveAfter(run.number(), line.get(to).number());
        }
    }
}
