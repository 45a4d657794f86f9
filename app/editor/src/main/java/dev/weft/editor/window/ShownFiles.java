package dev.weft.editor.window;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.text.Texts;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Shows folders in the file program of the system; where there is none, says where they lie.
@Singleton
public final class ShownFiles {
    private static final Texts TEXTS = Texts.of(ShownFiles.class);

    private final Toasts toasts;

    @Inject
    ShownFiles(Toasts toasts) {
        this.toasts = toasts;
    }

    /// Shows the folder in which a file lies.
    public void show(Path file) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        Thread.ofVirtual().name("show files").start(() -> {
            if (!open(folder)) {
                Platform.runLater(() -> say(folder));
            }
        });
    }

    private static boolean open(Path folder) {
        if (GraphicsEnvironment.isHeadless()
                || !Desktop.isDesktopSupported()
                || !Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
            return false;
        }
        try {
            Desktop.getDesktop().open(folder.toFile());
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private void say(Path folder) {
        toasts.show(
                Toasts.Kind.INFO,
                TEXTS.get("files_lie", folder),
                Optional.of(Choice.plain(TEXTS.get("copy_path"), () -> copy(folder.toString()))));
    }

    /// Puts words on the clipboard.
    public static void copy(String words) {
        ClipboardContent content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
