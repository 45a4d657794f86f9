package dev.weft.editor.settings;

import com.google.inject.Inject;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.text.Texts;
import dev.weft.runtime.Installation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Where things lie, and what Weft is made of.
final class FileSettings {
    private static final Texts TEXTS = Texts.of(FileSettings.class);
    private static final List<String> PARTS = List.of("fonts", "icons", "controls", "canvas");

    private final Installation installation;
    private final Preferences preferences;

    @Inject
    FileSettings(Installation installation, Preferences preferences) {
        this.installation = installation;
        this.preferences = preferences;
    }

    Section section() {
        Button clear = new Button(TEXTS.get("clear"));
        clear.setId("clear-recent");
        clear.setOnAction(_ -> preferences.recentFiles().clear());
        return new Section(
                "files",
                TEXTS.get("files"),
                "fltral-folder-20",
                List.of(
                        place(TEXTS.get("folder_models"), installation.home().resolve("models")),
                        place(TEXTS.get("folder_plugins"), installation.data().resolve("plugins")),
                        place(TEXTS.get("folder_data"), installation.data()),
                        place(TEXTS.get("file_log"), installation.logFile()),
                        new Setting(TEXTS.get("recent"), TEXTS.get("recent_purpose"), clear)));
    }

    Section about() {
        List<Node> rows = new ArrayList<>();
        for (String part : PARTS) {
            Label label = new Label(TEXTS.get("about_" + part));
            label.getStyleClass().addAll("text-2", "wrap");
            rows.add(label);
        }
        return new Section("about", TEXTS.get("about"), "fltral-info-20", rows);
    }

    private static Node place(String name, Path path) {
        Label title = new Label(name);
        title.getStyleClass().add("body");
        Label where = new Label(path.toString());
        where.getStyleClass().addAll("mono", "text-2", "wrap");
        VBox row = new VBox(title, where);
        row.getStyleClass().add("setting-text");
        return row;
    }
}
