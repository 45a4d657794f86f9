package dev.weft.editor.files;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.document.Document;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Toasts;
import dev.weft.editor.window.WindowControl;
import dev.weft.editor.workspace.DocumentOpener;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.WorkflowFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;

/// Opens documents. Files are read one after another, away from the JavaFX thread.
@Singleton
public final class Opening implements DocumentOpener {
    private static final Texts TEXTS = Texts.of(Opening.class);
    private static final int RECENT = 12;

    private final Workspace workspace;
    private final Preferences preferences;
    private final FileFormats formats;
    private final Toasts toasts;
    private final WindowControl control;
    private final Recovery recovery;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("files").factory());

    private record Read(Path file, FileFormat format, Workflow workflow) {}

    @Inject
    Opening(
            Workspace workspace,
            Preferences preferences,
            FileFormats formats,
            Toasts toasts,
            WindowControl control,
            Recovery recovery) {
        this.workspace = workspace;
        this.preferences = preferences;
        this.formats = formats;
        this.toasts = toasts;
        this.control = control;
        this.recovery = recovery;
    }

    /// Opens what is to be open when the window comes up: these files, which are read at once; without any,
    /// those that
    /// were open when it was last closed. What a crash left is offered.
    public void begin(List<Path> files) {
        List<Path> wanted = files.isEmpty()
                ? preferences.openFiles().stream().filter(Files::isRegularFile).toList()
                : files;
        for (Path file : wanted) {
            try {
                show(read(file.toAbsolutePath().normalize()));
            } catch (IOException | WorkflowFormatException e) {
                complain(e);
            }
        }
        workspace.documents().addListener((ListChangeListener<Document>) _ -> rememberOpen());
        rememberOpen();
        recovery.offer();
    }

    @Override
    public void open(List<Path> files) {
        for (Path given : files) {
            Path file = given.toAbsolutePath().normalize();
            Optional<Document> known = workspace.documents().stream()
                    .filter(document -> document.fileProperty().get().equals(Optional.of(file)))
                    .findFirst();
            if (known.isPresent()) {
                bring(known.get());
            } else {
                reader.execute(() -> later(file, false));
            }
        }
    }

    @Override
    public void openCopy(Path file) {
        reader.execute(() -> later(file.toAbsolutePath().normalize(), true));
    }

    @Override
    public void openNew(Workflow workflow) {
        control.wholeProperty().set(Optional.empty());
        workspace.open(new Document(workflow, Optional.empty()));
    }

    private void later(Path file, boolean copy) {
        try {
            Read read = read(file);
            Platform.runLater(() -> {
                if (copy) {
                    openNew(read.workflow());
                } else {
                    show(read);
                }
            });
        } catch (IOException | WorkflowFormatException e) {
            Platform.runLater(() -> complain(e));
        }
    }

    private Read read(Path file) throws IOException, WorkflowFormatException {
        FileFormat format = formats.of(file);
        return new Read(file, format, format.read(file));
    }

    private void show(Read read) {
        control.wholeProperty().set(Optional.empty());
        remember(read.file());
        workspace.open(
                new Document(read.workflow(), read.format().writable() ? Optional.of(read.file()) : Optional.empty()));
    }

    private void bring(Document document) {
        control.wholeProperty().set(Optional.empty());
        workspace.show(document);
    }

    private void complain(Exception problem) {
        toasts.show(Toasts.Kind.ERROR, TEXTS.get("cannot_open", String.valueOf(problem.getMessage())));
    }

    /// Puts a file first in the list of those that were open lately.
    void remember(Path file) {
        List<Path> recent = new ArrayList<>(preferences.recentFiles());
        recent.remove(file);
        recent.addFirst(file);
        preferences.recentFiles().setAll(recent.subList(0, Math.min(RECENT, recent.size())));
    }

    private void rememberOpen() {
        preferences
                .openFiles()
                .setAll(workspace.documents().stream()
                        .flatMap(document -> document.fileProperty().get().stream())
                        .toList());
    }
}
