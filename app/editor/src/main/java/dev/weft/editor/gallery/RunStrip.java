package dev.weft.editor.gallery;

import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Thumbnails;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The sets of the shelf that is open, in one row at the foot of the gallery. A click picks one; with Shift, or
/// from its
/// menu, the picked one is held against it.
final class RunStrip extends VBox {
    private static final Texts TEXTS = Texts.of(RunStrip.class);
    private static final double HEIGHT = 120;

    private final GalleryLibrary library;
    private final Comparison comparison;
    private final Thumbnails thumbnails;
    private final Label title = new Label();
    private final Label count = new Label();
    private final ListView<PictureSet> list = new ListView<>();

    RunStrip(GalleryLibrary library, Comparison comparison, Thumbnails thumbnails) {
        this.library = library;
        this.comparison = comparison;
        this.thumbnails = thumbnails;
        getStyleClass().add("run-strip");
        title.getStyleClass().addAll("caption", "medium", "text-2");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        count.getStyleClass().addAll("caption", "text-3");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(title, count);
        head.getStyleClass().add("run-strip-head");
        list.setId("sets");
        list.setOrientation(Orientation.HORIZONTAL);
        list.setMinHeight(HEIGHT);
        list.setPrefHeight(HEIGHT);
        list.setMaxHeight(HEIGHT);
        list.setAccessibleText(TEXTS.get("sets"));
        list.setCellFactory(_ -> new Cell());
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pick);
        getChildren().addAll(head, list);
    }

    /// Shows these sets.
    void show(String shelf, List<PictureSet> sets) {
        title.setText(shelf);
        count.setText(SetWords.count(sets));
        if (list.getItems().equals(sets)) {
            list.refresh();
        } else {
            list.getItems().setAll(sets);
        }
    }

    private void pick(KeyEvent event) {
        PictureSet focused = list.getFocusModel().getFocusedItem();
        if (focused != null && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
            if (event.isShiftDown()) {
                comparison.against(focused);
            } else {
                comparison.pick(focused);
            }
            event.consume();
        }
    }

    private final class Cell extends ListCell<PictureSet> {
        @Override
        protected void updateItem(PictureSet set, boolean empty) {
            super.updateItem(set, empty);
            if (empty || set == null) {
                setGraphic(null);
                setContextMenu(null);
                return;
            }
            setGraphic(new SetCard(set, library, comparison, thumbnails));
            setContextMenu(menu(set));
        }

        private ContextMenu menu(PictureSet set) {
            MenuItem pick = new MenuItem(TEXTS.get("menu.pick"));
            pick.setOnAction(_ -> comparison.pick(set));
            MenuItem against = new MenuItem(TEXTS.get("menu.against"));
            against.setOnAction(_ -> comparison.against(set));
            MenuItem star = new MenuItem(TEXTS.get(library.favourite(set) ? "menu.unstar" : "menu.star"));
            star.setOnAction(_ -> library.setFavourite(set, !library.favourite(set)));
            MenuItem bin = new MenuItem(TEXTS.get(library.binned(set) ? "menu.restore" : "menu.bin"));
            bin.setOnAction(_ -> library.setBinned(set, !library.binned(set)));
            return new ContextMenu(pick, against, star, bin);
        }
    }
}
