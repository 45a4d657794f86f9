package dev.weft.editor.files;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.document.Document;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Choice;
import dev.weft.editor.window.Dialogs;
import dev.weft.editor.window.Toasts;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.json.WorkflowFile;
import dev.weft.graph.json.WorkflowFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what is not saved, shortly after each change, and offers it again after a crash.
@Singleton
final class Recovery {
    private static final Texts TEXTS = Texts.of(Recovery.class);
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final Duration AFTER = Duration.seconds(1);

    private final RecoveryFolder folder;
    private final Workspace workspace;
    private final Dialogs dialogs;
    private final Toasts toasts;
    private final Map<UUID, Subscription> watched = new HashMap<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("recovery").factory());

    private interface Work {
        void run() throws IOException;
    }

    @Inject
    Recovery(RecoveryFolder folder, Workspace workspace, Dialogs dialogs, Toasts toasts) {
        this.folder = folder;
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.toasts = toasts;
        workspace.documents().addListener((ListChangeListener<Document>) _ -> follow());
        follow();
    }

    /// Asks about each document that a crash left, whether to open it.
    void offer() {
        try {
            folder.left().forEach(this::offer);
        } catch (IOException e) {
            LOG.warn("What was kept before a crash can't be looked through: {}", e.getMessage());
        }
    }

    /// Forgets all that was kept, as the window is closed in good order.
    void end() {
        watched.values().forEach(Subscription::unsubscribe);
        watched.clear();
        later(folder::end);
        writer.close();
    }

    private void offer(Kept kept) {
        String time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withZone(ZoneId.systemDefault())
                .format(kept.when());
        dialogs.ask(
                TEXTS.get("recovery_title"),
                TEXTS.get("recovery_text", kept.title(), time),
                List.of(
                        Choice.danger(TEXTS.get("discard"), () -> later(() -> RecoveryFolder.discard(kept))),
                        Choice.primary(TEXTS.get("recovery_open"), () -> open(kept))));
    }

    private void open(Kept kept) {
        try {
            Document document = new Document(
                    WorkflowFile.read(kept.workflow()),
                    kept.file().isEmpty() ? Optional.empty() : Optional.of(Path.of(kept.file())));
            document.markUnsaved();
            workspace.open(document);
            keep(document);
            later(() -> RecoveryFolder.discard(kept));
        } catch (IOException | WorkflowFormatException e) {
            toasts.show(Toasts.Kind.ERROR, TEXTS.get("cannot_open", String.valueOf(e.getMessage())));
        }
    }

    private void follow() {
        List<UUID> open = workspace.documents().stream().map(Document::id).toList();
        for (UUID closed : List.copyOf(watched.keySet())) {
            if (!open.contains(closed)) {
                Optional.ofNullable(watched.remove(closed)).ifPresent(Subscription::unsubscribe);
                later(() -> folder.forget(closed));
            }
        }
        workspace.documents().forEach(document -> watched.computeIfAbsent(document.id(), _ -> watch(document)));
    }

    private Subscription watch(Document document) {
        PauseTransition soon = new PauseTransition(AFTER);
        soon.setOnFinished(_ -> keep(document));
        return Subscription.combine(
                document.workflowProperty().subscribe((_, _) -> soon.play()),
                document.unsavedProperty().subscribe((_, unsaved) -> {
                    if (!unsaved) {
                        later(() -> folder.forget(document.id()));
                    }
                }),
                soon::stop);
    }

    private void keep(Document document) {
        if (document.unsavedProperty().get()) {
            RecoveryFolder.Entry entry = RecoveryFolder.Entry.of(document);
            later(() -> folder.keep(entry));
        }
    }

    private void later(Work work) {
        writer.execute(() -> {
            try {
                work.run();
            } catch (IOException e) {
                LOG.warn("What is not saved can't be kept for a crash: {}", e.getMessage());
            }
        });
    }
}
