package dev.weft.editor.files;

import com.google.inject.Inject;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.WindowControl;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The dialogs of the system.
final class SystemDialogs implements FileDialogs {
    private static final Texts TEXTS = Texts.of(SystemDialogs.class);

    private final WindowControl control;

    @Inject
    SystemDialogs(WindowControl control) {
        this.control = control;
    }

    @Override
    public List<Path> open(Optional<Path> folder) {
        FileChooser chooser = chooser(folder);
        chooser.getExtensionFilters()
                .setAll(
                        new ExtensionFilter(TEXTS.get("all_kinds"), "*.weft.json", "*.png"),
                        new ExtensionFilter(TEXTS.get("workflows"), "*.weft.json", "*.json"),
                        new ExtensionFilter(TEXTS.get("pictures"), "*.png"));
        List<File> chosen = chooser.showOpenMultipleDialog(window());
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> save(Optional<Path> folder, String name) {
        FileChooser chooser = chooser(folder);
        chooser.getExtensionFilters().setAll(new ExtensionFilter(TEXTS.get("workflows"), "*.weft.json"));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(window())).map(File::toPath);
    }

    private static FileChooser chooser(Optional<Path> folder) {
        FileChooser chooser = new FileChooser();
        folder.filter(Files::isDirectory).ifPresent(path -> chooser.setInitialDirectory(path.toFile()));
        return chooser;
    }

    private @Nullable Window window() {
        return Optional.ofNullable(control.overlay().getScene())
                .map(scene -> scene.getWindow())
                .orElse(null);
    }
}
