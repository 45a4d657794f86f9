package dev.weft.editor.gallery;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.PictureOpener;
import dev.weft.editor.window.ShownFiles;
import dev.weft.editor.window.Thumbnails;
import dev.weft.editor.window.WindowControl;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows one picture as large as the window: the wheel zooms, dragging moves it, arrows go to the other rows.
@Singleton
final class PictureViewer implements PictureOpener {
    private static final Texts TEXTS = Texts.of(PictureViewer.class);

    private final WindowControl control;
    private final Thumbnails thumbnails;
    private final ShownFiles files;
    private final BorderPane root = new BorderPane();
    private final ZoomedPicture picture = new ZoomedPicture();
    private final Label name = new Label();
    private final Label size = new Label();
    private final Label zoom = new Label();
    private final Button previous = button("previous", "fltral-chevron-left-20", () -> go(-1));
    private final Button next = button("next", "fltral-chevron-right-20", () -> go(1));
    private List<Path> rows = List.of();
    private int row;

    @Inject
    PictureViewer(WindowControl control, Thumbnails thumbnails, ShownFiles files) {
        this.control = control;
        this.thumbnails = thumbnails;
        this.files = files;
        root.setId("picture-viewer");
        root.getStyleClass().addAll("picture-viewer");
        root.setFocusTraversable(true);
        name.getStyleClass().add("strong");
        size.getStyleClass().addAll("mono", "text-3");
        zoom.getStyleClass().addAll("mono", "text-2");
        zoom.setMinWidth(48);
        zoom.setId("picture-zoom");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(
                previous,
                next,
                name,
                size,
                space,
                button("smaller", "fltrmz-zoom-out-20", () -> picture.zoomBy(1 / ZoomedPicture.STEP)),
                zoom,
                button("larger", "fltrmz-zoom-in-20", () -> picture.zoomBy(ZoomedPicture.STEP)),
                button("fit", "fltral-autofit-content-24", picture::fit),
                button("show_files", "fltfal-folder-open-20", () -> this.files.show(rows.get(row))),
                button("close", "fltral-dismiss-16", this::close));
        head.getStyleClass().add("viewer-head");
        root.setTop(head);
        root.setCenter(picture);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        picture.zoomProperty().subscribe(value -> zoom.setText(Math.round(value.doubleValue() * 100) + " %"));
    }

    @Override
    public void open(List<Path> shown, int index) {
        rows = List.copyOf(shown);
        control.lay(root);
        control.modalProperty().set(true);
        show(index);
        Platform.runLater(root::requestFocus);
    }

    private void close() {
        control.lift(root);
        control.modalProperty().set(false);
        picture.show(new WritableImage(1, 1));
    }

    private void go(int step) {
        show(Math.floorMod(row + step, rows.size()));
    }

    private void show(int index) {
        row = index;
        Path file = rows.get(index);
        Image image = thumbnails.whole(file);
        name.setText(
                rows.size() == 1
                        ? String.valueOf(file.getFileName())
                        : TEXTS.get(
                                "row", Integer.toString(index + 1), Integer.toString(rows.size()), file.getFileName()));
        previous.setVisible(rows.size() > 1);
        next.setVisible(rows.size() > 1);
        size.textProperty()
                .bind(image.progressProperty()
                        .map(_ -> image.getWidth() > 0
                                ? Math.round(image.getWidth()) + " × " + Math.round(image.getHeight())
                                : ""));
        picture.show(image);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE, SPACE -> close();
            case LEFT, UP -> go(-1);
            case RIGHT, DOWN -> go(1);
            case PLUS, ADD, EQUALS -> picture.zoomBy(ZoomedPicture.STEP);
            case MINUS, SUBTRACT -> picture.zoomBy(1 / ZoomedPicture.STEP);
            case DIGIT1, NUMPAD1 -> picture.zoomTo(1);
            case PERIOD, DIGIT0, NUMPAD0 -> picture.fit();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static Button button(String key, String icon, Runnable action) {
        Button button = new Button();
        button.setId("viewer-" + key.replace('_', '-'));
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("quiet", "icon-button");
        button.setFocusTraversable(false);
        String words = TEXTS.get("viewer." + key);
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
