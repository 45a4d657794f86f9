package dev.weft.editor.queue;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.sun.management.OperatingSystemMXBean;
import dev.weft.editor.run.CurrentRun;
import dev.weft.editor.run.FinishedRun;
import dev.weft.editor.run.RunState;
import dev.weft.editor.text.Texts;
import dev.weft.models.backend.Backend;
import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.runtime.WeftRuntime;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// The items of the status bar that tell of runs and of what they need.
final class StatusItems {
    private static final Texts TEXTS = Texts.of(StatusItems.class);
    private static final double GIGA = 1 << 30;
    private static final double SECONDS = 2;

    private final RunState state;
    private final Provider<WeftRuntime> runtime;

    @Inject
    StatusItems(RunState state, Provider<WeftRuntime> runtime) {
        this.state = state;
        this.runtime = runtime;
    }

    /// Where models run.
    Node backend() {
        BackendSettings settings = runtime.get().settings().backend();
        String words = settings.choice() instanceof BackendChoice.Named(Backend backend)
                ? switch (backend) {
                    case Backend.Cpu() -> TEXTS.get("backend_cpu", settings.threads());
                    case Backend.Cuda(int device) -> TEXTS.get("backend_cuda", Integer.toString(device));
                }
                : TEXTS.get("backend_automatic");
        Label label = new Label(words);
        label.setTooltip(new Tooltip(TEXTS.get("backend_tip")));
        return item("status-backend", new FontIcon("fltral-flash-on-20"), label);
    }

    /// How much memory the process uses, of all that the computer has.
    Node memory() {
        Label words = new Label(TEXTS.get("memory"));
        Label figure = new Label();
        figure.getStyleClass().add("mono");
        ProgressBar bar = new ProgressBar(0);
        bar.getStyleClass().add("status-memory");
        words.setTooltip(new Tooltip(TEXTS.get("memory_tip")));
        Timeline looks = new Timeline(new KeyFrame(Duration.seconds(SECONDS), _ -> look(figure, bar)));
        looks.setCycleCount(Animation.INDEFINITE);
        HBox item = item("status-memory", new FontIcon("fltrmz-storage-24"), words, figure, bar);
        item.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                looks.stop();
            } else {
                look(figure, bar);
                looks.play();
            }
        });
        return item;
    }

    private static void look(Label figure, ProgressBar bar) {
        double used = ProcessMemory.used();
        double all = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory();
        figure.setText(TEXTS.get("of", gigabytes(used), gigabytes(all)));
        bar.setProgress(Math.min(1, used / all));
    }

    private static String gigabytes(double bytes) {
        return String.format(Locale.getDefault(), "%.1f", bytes / GIGA);
    }

    /// How many runs are under way.
    Node queue() {
        Label words = new Label();
        Runnable follow = () -> words.setText(
                QueueWords.line(state.running().get(), state.waiting().size()));
        state.open().subscribe(follow);
        state.running().subscribe(follow);
        return item("status-queue", new FontIcon("fltral-list-20"), words);
    }

    /// What happens, or what happened last.
    Node last() {
        Label words = new Label();
        FontIcon icon = new FontIcon("fltral-arrow-sync-20");
        HBox item = item("status-run", icon, words);
        Runnable follow = () -> {
            Optional<CurrentRun> current = state.currentProperty().get();
            Optional<FinishedRun> last = state.lastProperty().get();
            item.setManaged(current.isPresent() || last.isPresent());
            item.setVisible(item.isManaged());
            icon.getStyleClass().removeAll("icon-accent", "icon-ok", "icon-err", "icon-3");
            if (current.isPresent()) {
                words.setText(QueueWords.work(current.get()));
                icon.setIconLiteral("fltral-arrow-sync-20");
                icon.getStyleClass().add("icon-accent");
            } else if (last.isPresent()) {
                words.setText(QueueWords.news(last.get()));
                dress(icon, last.get());
            }
        };
        state.currentProperty().subscribe(follow);
        state.lastProperty().subscribe(follow);
        follow.run();
        return item;
    }

    private static void dress(FontIcon icon, FinishedRun run) {
        switch (run.ending()) {
            case DONE -> {
                icon.setIconLiteral("fltfal-checkmark-circle-20");
                icon.getStyleClass().add("icon-ok");
            }
            case FAILED -> {
                icon.setIconLiteral("fltfal-error-circle-20");
                icon.getStyleClass().add("icon-err");
            }
            case CANCELLED, INTERRUPTED -> {
                icon.setIconLiteral("fltrmz-prohibited-20");
                icon.getStyleClass().add("icon-3");
            }
        }
    }

    private static HBox item(String id, Node... parts) {
        HBox item = new HBox(parts);
        item.getStyleClass().add("status-item");
        item.setId(id);
        return item;
    }
}
