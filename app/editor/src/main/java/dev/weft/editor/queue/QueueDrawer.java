package dev.weft.editor.queue;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.action.Action;
import dev.weft.editor.run.RunState;
import dev.weft.editor.run.Runner;
import dev.weft.editor.run.WaitingRun;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.ActionButtons;
import dev.weft.editor.window.Drawer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What runs, what waits and what is over.
@Singleton
final class QueueDrawer extends BorderPane {
    private static final Texts TEXTS = Texts.of(QueueDrawer.class);
    private static final List<Integer> TIMES = List.of(1, 2, 3, 4, 5, 8, 10, 20, 50, 100);

    private final RunState state;
    private final Runner runner;
    private final FinishedRuns finishedRuns;
    private final Pictures pictures;
    private final RunningCard card;
    private final Label running = section("running");
    private final Label next = section("next");
    private final Label nextSum = new Label();
    private final VBox waiting = new VBox();
    private final VBox finished = new VBox();
    private final Label notice = new Label();
    private final HBox finishedHead;
    private final Button pause;

    @Inject
    QueueDrawer(RunState state, Runner runner, ActionButtons buttons, FinishedRuns finishedRuns, Pictures pictures) {
        this.state = state;
        this.runner = runner;
        this.finishedRuns = finishedRuns;
        this.pictures = pictures;
        card = new RunningCard(pictures);
        pause = buttons.words(Action.PAUSE_QUEUE);
        pause.getStyleClass().add("quiet");
        getProperties().put(Drawer.HEAD, pause);
        nextSum.getStyleClass().addAll("caption", "text-3");
        notice.getStyleClass().addAll("queue-notice", "text-2");
        notice.setWrapText(true);
        notice.setId("queue-notice");
        Button clear = QueueRow.small(TEXTS.get("clear"), finishedRuns::clear);
        clear.setId("queue-clear");
        clear.getStyleClass().add("text-accent");
        finishedHead = head(section("finished"), clear);
        HBox cardRow = new HBox(card);
        HBox.setHgrow(card, Priority.ALWAYS);
        cardRow.getStyleClass().add("queue-card-row");
        cardRow.managedProperty().bind(card.managedProperty());
        VBox all = new VBox(running, cardRow, head(next, nextSum), notice, waiting, rule(), finishedHead, finished);
        all.getStyleClass().add("queue-list");
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        setBottom(settings());
        getStyleClass().add("queue");
        InvalidationListener changed = _ -> fill();
        state.waiting().addListener(changed);
        state.finished().addListener(changed);
        state.pausedProperty().addListener(changed);
        state.troubleProperty().addListener(changed);
        state.currentProperty().subscribe(_ -> showCurrent());
        runner.look();
        fill();
    }

    private void showCurrent() {
        boolean runs = state.running().get();
        boolean began = runs != card.isVisible();
        state.currentProperty().get().ifPresent(card::show);
        show(card, runs);
        show(running, runs);
        if (began) {
            fill();
        }
    }

    private void fill() {
        List<WaitingRun> line = List.copyOf(state.waiting());
        waiting.getChildren()
                .setAll(line.stream()
                        .map(run -> new WaitingRow(run, line, runner))
                        .toList());
        Optional<Duration> whole = line.stream()
                .map(WaitingRun::expected)
                .reduce(Optional.of(Duration.ZERO), (sum, time) -> sum.flatMap(known -> time.map(known::plus)));
        nextSum.setText(line.isEmpty() ? "" : QueueWords.waiting(line.size(), whole));
        finished.getChildren()
                .setAll(state.finished().stream()
                        .map(run -> new FinishedRow(
                                run, pictures, finishedRuns::show, again -> runner.again(again.number())))
                        .toList());
        show(finishedHead, !state.finished().isEmpty());
        String words = notice(line);
        notice.setText(words);
        show(notice, !words.isEmpty());
        boolean stands = state.pausedProperty().get() || (!state.running().get() && !line.isEmpty());
        pause.setText(TEXTS.get(stands ? "go_on" : "pause_after"));
        pause.setGraphic(new FontIcon(stands ? "fltfmz-play-20" : "fltrmz-pause-20"));
        pause.setOnAction(_ -> {
            if (stands) {
                runner.goOn();
            } else {
                runner.pause();
            }
        });
    }

    private String notice(List<WaitingRun> line) {
        if (!state.troubleProperty().get().isEmpty()) {
            return state.troubleProperty().get();
        }
        if (state.pausedProperty().get()) {
            return TEXTS.get("paused");
        }
        if (line.isEmpty()) {
            return TEXTS.get("empty");
        }
        return state.running().get() ? "" : TEXTS.get("left");
    }

    private Node settings() {
        ComboBox<Integer> times = new ComboBox<>();
        times.getItems().setAll(TIMES);
        times.setId("queue-times");
        times.setAccessibleText(TEXTS.get("times"));
        times.setValue(state.countProperty().get());
        times.valueProperty().subscribe(count -> state.countProperty().set(count == null ? 1 : count));
        state.countProperty().subscribe(count -> times.setValue(count.intValue()));
        CheckBox automatic = new CheckBox();
        automatic.getStyleClass().add("switch");
        automatic.setId("queue-automatic");
        automatic.setAccessibleText(TEXTS.get("automatic"));
        automatic.selectedProperty().bindBidirectional(state.automaticProperty());
        VBox box = new VBox(row("times", times), row("automatic", automatic));
        box.getStyleClass().add("queue-settings");
        return box;
    }

    private static HBox row(String key, Node control) {
        Label words = new Label(TEXTS.get(key));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(words, control);
        row.getStyleClass().add("queue-line");
        return row;
    }

    private static HBox head(Label title, Node end) {
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(title, end);
        head.getStyleClass().add("queue-head");
        return head;
    }

    private static Label section(String key) {
        Label label = new Label(TEXTS.get(key));
        label.getStyleClass().addAll("caption", "strong", "text-3", "queue-section");
        return label;
    }

    private static Region rule() {
        Region line = new Region();
        line.getStyleClass().add("queue-rule");
        return line;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
