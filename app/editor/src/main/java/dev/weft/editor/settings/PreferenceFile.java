package dev.weft.editor.settings;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Toasts;
import dev.weft.editor.window.WindowControl;
import dev.weft.models.files.AtomicFile;
import dev.weft.runtime.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the preferences in `editor.json` among what is kept for the user: read when the editor starts, written
/// shortly
/// after each change. A file that can't be read is put aside as `editor.json.broken`.
@Singleton
final class PreferenceFile {
    private static final Logger LOG = LoggerFactory.getLogger(PreferenceFile.class);
    private static final Texts TEXTS = Texts.of(PreferenceFile.class);
    private static final Duration AFTER = Duration.millis(300);

    private final Path file;
    private final PreferenceText text;
    private final Toasts toasts;
    private String written;

    @Inject
    PreferenceFile(Installation installation, Preferences preferences, Toasts toasts, WindowControl control) {
        this.file = installation.data().resolve("editor.json");
        this.text = new PreferenceText(preferences);
        this.toasts = toasts;
        Optional<String> problem = read();
        speak(preferences.languageProperty().get());
        problem.ifPresent(name -> toasts.show(Toasts.Kind.WARNING, TEXTS.get("broken", name)));
        written = text.write();
        PauseTransition soon = new PauseTransition(AFTER);
        soon.setOnFinished(_ -> write());
        text.onChange(soon::play);
        control.onClose(this::write);
    }

    /// @return the name under which a broken file was put aside
    private Optional<String> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            text.read(Files.readString(file));
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The settings in {} can't be read: {}", file, e.getMessage());
            return Optional.of(aside());
        }
    }

    private String aside() {
        Path broken = file.resolveSibling("editor.json.broken");
        try {
            Files.move(file, broken, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The settings in {} can't be put aside: {}", file, e.getMessage());
        }
        return broken.toString();
    }

    private static void speak(String language) {
        if (!language.isEmpty()) {
            Locale.setDefault(Locale.forLanguageTag(language));
        }
    }

    /// Writes what has changed, if anything has.
    void write() {
        String now = text.write();
        if (now.equals(written)) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, out -> out.write(now.getBytes(StandardCharsets.UTF_8)));
            written = now;
        } catch (IOException e) {
            String problem = String.valueOf(e.getMessage());
            Platform.runLater(() -> toasts.show(Toasts.Kind.WARNING, TEXTS.get("not_kept", problem)));
        }
    }
}
