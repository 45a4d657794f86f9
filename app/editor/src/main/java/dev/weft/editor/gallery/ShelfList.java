package dev.weft.editor.gallery;

import dev.weft.editor.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The column at the left of the gallery: a field to search in, the shelves and how many pictures each holds.
final class ShelfList extends VBox {
    private static final Texts TEXTS = Texts.of(ShelfList.class);

    private final GalleryLibrary library;
    private final ObjectProperty<Shelf> shelf = new SimpleObjectProperty<>(new Shelf.All());
    private final TextField search = new TextField();
    private final VBox rows = new VBox();

    ShelfList(GalleryLibrary library) {
        this.library = library;
        getStyleClass().add("gallery-shelves");
        search.setId("gallery-search");
        search.setPromptText(TEXTS.get("search"));
        search.setAccessibleText(TEXTS.get("search"));
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox field = new HBox(new FontIcon("fltrmz-search-20"), search);
        field.getStyleClass().add("search-field");
        VBox top = new VBox(field);
        top.getStyleClass().add("gallery-search");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(top, scroll);
        shelf.subscribe(this::update);
    }

    ObjectProperty<Shelf> shelfProperty() {
        return shelf;
    }

    StringProperty wordsProperty() {
        return search.textProperty();
    }

    /// What the shelf that is open is called.
    String title() {
        return title(shelf.get());
    }

    /// Counts again.
    void update() {
        List<Region> all = new ArrayList<>();
        all.add(section(TEXTS.get("library")));
        all.add(row(new Shelf.All(), "fltral-image-library-20"));
        all.add(row(new Shelf.Today(), "fltral-clock-20"));
        all.add(row(new Shelf.Favourites(), "fltrmz-star-20"));
        all.add(row(new Shelf.Bin(), "fltral-delete-20"));
        List<String> workflows = library.workflows();
        if (!workflows.isEmpty()) {
            all.add(section(TEXTS.get("workflows")));
            workflows.forEach(title -> all.add(row(new Shelf.OfWorkflow(title), "fltrmz-organization-20")));
        }
        rows.getChildren().setAll(all);
    }

    private static Label section(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("gallery-section", "caption", "medium");
        return label;
    }

    private ToggleButton row(Shelf of, String icon) {
        Label name = new Label(title(of));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label count = new Label(Integer.toString(library.count(of)));
        count.getStyleClass().addAll("mono", "text-3");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox content = new HBox(new FontIcon(icon), name, count);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("gallery-row-content");
        ToggleButton row = new ToggleButton();
        row.setGraphic(content);
        row.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(row.widthProperty().subtract(16));
        row.getStyleClass().addAll("quiet", "gallery-row");
        row.setSelected(of.equals(shelf.get()));
        row.setAccessibleText(TEXTS.get("shelf", title(of), Integer.toString(library.count(of))));
        row.setId("shelf-" + of.getClass().getSimpleName());
        row.setOnAction(_ -> {
            shelf.set(of);
            update();
        });
        return row;
    }

    private static String title(Shelf of) {
        return switch (of) {
            case Shelf.All() -> TEXTS.get("all");
            case Shelf.Today() -> TEXTS.get("today");
            case Shelf.Favourites() -> TEXTS.get("favourites");
            case Shelf.Bin() -> TEXTS.get("bin");
            case Shelf.OfWorkflow(String title) -> title;
        };
    }
}
