package dev.weft.editor.queue;

import dev.weft.editor.run.FinishedRun;
import dev.weft.editor.run.FinishedRun.Ending;
import dev.weft.editor.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// A run that is over.
final class FinishedRow extends QueueRow {
    private static final Texts TEXTS = Texts.of(FinishedRow.class);
    private static final double PICTURE = 16;
    private static final int MOST = 4;

    /// @param show shows what it made, or what went wrong
    /// @param again runs it once more
    FinishedRow(FinishedRun run, Pictures pictures, Consumer<FinishedRun> show, Consumer<FinishedRun> again) {
        super(first(run, pictures), run.title(), QueueWords.ending(run));
        setId("finished-" + run.number());
        run.consistency().ifPresent(score -> end(pill(score)));
        if (run.ending() == Ending.FAILED) {
            end(small(TEXTS.get("show"), () -> show.accept(run)));
        } else if (run.ending() != Ending.DONE) {
            end(small(TEXTS.get("again"), () -> again.accept(run)));
        } else {
            setOnMouseClicked(_ -> show.accept(run));
        }
    }

    private static Label pill(double score) {
        Label pill = new Label(QueueWords.score(score));
        pill.getStyleClass().addAll("pill", "ok", "mono");
        pill.setMinWidth(USE_PREF_SIZE);
        pill.setTooltip(new Tooltip(TEXTS.get("score_tip")));
        return pill;
    }

    private static Node first(FinishedRun run, Pictures pictures) {
        if (run.ending() != Ending.DONE || run.pictures().isEmpty()) {
            return icon(run.ending());
        }
        List<Path> shown = Pictures.first(run.pictures(), MOST);
        GridPane grid = new GridPane(1, 1);
        double side = shown.size() == 1 ? 2 * PICTURE + 1 : PICTURE;
        for (int i = 0; i < shown.size(); i++) {
            grid.add(pictures.square(shown.get(i), side), i % 2, i / 2);
        }
        grid.getStyleClass().add("queue-thumbs");
        return grid;
    }

    private static Node icon(Ending ending) {
        FontIcon icon = new FontIcon(
                switch (ending) {
                    case DONE -> "fltfal-checkmark-circle-20";
                    case FAILED -> "fltfal-error-circle-20";
                    case CANCELLED -> "fltrmz-prohibited-20";
                    case INTERRUPTED -> "fltfmz-warning-20";
                });
        icon.getStyleClass()
                .add(
                        switch (ending) {
                            case DONE -> "icon-ok";
                            case FAILED -> "icon-err";
                            case CANCELLED -> "icon-3";
                            case INTERRUPTED -> "icon-warn";
                        });
        StackPane place = new StackPane(icon);
        place.getStyleClass().add("queue-thumbs");
        return place;
    }
}
