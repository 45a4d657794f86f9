package dev.weft.editor.node.field;

import dev.weft.editor.text.Texts;
import dev.weft.graph.json.JsonString;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Lets people choose a model, or a file: one that Weft knows of, or any.
final class FilePicker {
    private static final Texts TEXTS = Texts.of(FilePicker.class);
    private static final String BROWSE = "\u0000browse";
    private static final double THUMBNAIL = 64;

    private final ModelShelf shelf;
    private final ChoicePopup popup;

    FilePicker(ModelShelf shelf, ChoicePopup popup) {
        this.shelf = shelf;
        this.popup = popup;
    }

    /// Shows what there is below a row.
    ///
    /// @param now the name that is set
    void open(FieldPane pane, PlacedRow placed, String now, FileKind kind) {
        if (!(placed.row() instanceof Field field)) {
            return;
        }
        if (kind == FileKind.FOLDER) {
            browse(pane, field, kind);
            return;
        }
        popup.open(pane, placed, List.of(), now, chosen -> {
            if (chosen.equals(BROWSE)) {
                browse(pane, field, kind);
            } else {
                pane.target().setOnce(field.parameter(), new JsonString(chosen));
            }
        });
        Thread.ofVirtual().name("weft-files").start(() -> {
            Collection<String> names = shelf.names(kind);
            Platform.runLater(() -> popup.offer(options(names, kind)));
        });
    }

    private List<Option> options(Collection<String> names, FileKind kind) {
        List<Option> options = new ArrayList<>();
        for (String name : names) {
            options.add(new Option(name, name, "", kind == FileKind.PICTURE ? thumbnail(name) : Optional.empty()));
        }
        if (kind != FileKind.MODEL) {
            options.add(new Option(BROWSE, TEXTS.get("browse"), ""));
        }
        return options;
    }

    private Optional<Image> thumbnail(String name) {
        String file = shelf.file(name).toUri().toString();
        return Optional.of(new Image(file, THUMBNAIL, THUMBNAIL, true, true, true));
    }

    private void browse(FieldPane pane, Field field, FileKind kind) {
        Window window = pane.getScene().getWindow();
        File input = shelf.input().toFile();
        File start = input.isDirectory() ? input : null;
        File chosen;
        if (kind == FileKind.FOLDER) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setInitialDirectory(start);
            chosen = chooser.showDialog(window);
        } else {
            FileChooser chooser = new FileChooser();
            chooser.setInitialDirectory(start);
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(field.label(), kind.endings()));
            chosen = chooser.showOpenDialog(window);
        }
        if (chosen != null) {
            Path file = chosen.toPath().toAbsolutePath().normalize();
            pane.target().setOnce(field.parameter(), new JsonString(shelf.name(file)));
        }
    }
}
