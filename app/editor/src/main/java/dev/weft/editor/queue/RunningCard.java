package dev.weft.editor.queue;

import dev.weft.editor.run.CurrentRun;
import dev.weft.editor.run.Preview;
import dev.weft.editor.text.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The run that is going on: how far it is, what it shows, how long it will take.
final class RunningCard extends VBox {
    private static final Texts TEXTS = Texts.of(RunningCard.class);
    private static final double PICTURE = 65;
    private static final int MOST = 4;

    private final Pictures pictures;
    private final Label title = new Label();
    private final Label percent = new Label();
    private final HBox strip = new HBox();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label work = new Label();
    private final Label left = new Label();
    private List<Preview> shown = List.of();

    RunningCard(Pictures pictures) {
        this.pictures = pictures;
        title.getStyleClass().add("strong");
        percent.getStyleClass().addAll("mono", "text-2");
        work.getStyleClass().add("text-2");
        work.setId("queue-work");
        left.getStyleClass().addAll("mono", "text-2");
        strip.getStyleClass().add("queue-strip");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setId("queue-progress");
        getStyleClass().addAll("card", "queue-card");
        getChildren().setAll(row(title, percent), strip, bar, row(work, left));
        setId("queue-running");
        setFocusTraversable(true);
    }

    void show(CurrentRun run) {
        title.setText(run.title());
        percent.setText(QueueWords.percent(run.fraction()));
        bar.setProgress(run.fraction());
        work.setText(QueueWords.work(run));
        left.setText(run.left()
                .map(time -> TEXTS.get("left_time", QueueWords.time(time)))
                .orElse(""));
        if (!shown.equals(run.previews())) {
            shown = run.previews();
            strip.getChildren()
                    .setAll(Pictures.first(shown, MOST).stream()
                            .map(preview -> pictures.square(preview, PICTURE))
                            .toList());
        }
        strip.setVisible(!shown.isEmpty());
        strip.setManaged(!shown.isEmpty());
        setAccessibleText(run.title() + ", " + percent.getText() + ", " + work.getText());
    }

    private static HBox row(Label words, Label figure) {
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinWidth(0);
        figure.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(words, figure);
        row.getStyleClass().add("queue-line");
        return row;
    }
}
