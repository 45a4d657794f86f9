package dev.weft.editor.search;

import dev.weft.editor.theme.TypeIcon;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/// A row of the popup: a heading, a node type, or a sentence.
final class SearchCell extends ListCell<SearchRow> {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    static final double ROW = 36;
    static final double HEADING = 28;

    private final SearchViewModel model;

    /// @param hover called with the index of a row that the pointer comes to
    /// @param take called with the index of a row that was pressed
    SearchCell(SearchViewModel model, IntConsumer hover, IntConsumer take) {
        this.model = model;
        getStyleClass().add("search-cell");
        setPrefWidth(0);
        setOnMouseMoved(_ -> hover.accept(getIndex()));
        setOnMouseClicked(_ -> take.accept(getIndex()));
        model.chosenProperty().subscribe(_ -> mark());
        indexProperty().subscribe(_ -> mark());
    }

    @Override
    protected void updateItem(SearchRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setGraphic(null);
        getStyleClass().removeAll("search-heading", "search-found", "search-nothing");
        if (empty || row == null) {
            return;
        }
        switch (row) {
            case SearchRow.Heading heading -> {
                getStyleClass().add("search-heading");
                setText(heading.title());
            }
            case SearchRow.Nothing nothing -> {
                getStyleClass().add("search-nothing");
                setText(nothing.sentence());
            }
            case SearchRow.Found found -> {
                getStyleClass().add("search-found");
                setGraphic(row(found.found()));
            }
        }
        mark();
    }

    private void mark() {
        pseudoClassStateChanged(
                CHOSEN, !isEmpty() && getIndex() == model.chosenProperty().get());
    }

    private static HBox row(FoundType found) {
        FontIcon icon = new FontIcon(TypeIcon.of(found.type()));
        Label title = new Label(found.type().title());
        title.getStyleClass().add("search-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label category = new Label(Categories.title(found.type().category()));
        category.getStyleClass().addAll("caption", "text-3");
        HBox row = new HBox(icon, title, category);
        row.getStyleClass().add("search-row");
        found.port().ifPresent(port -> {
            Label name = new Label(port.name());
            name.getStyleClass().add("text-2");
            HBox end = new HBox(name, new KindSign(port.kind()));
            end.getStyleClass().add("search-port");
            end.setAlignment(Pos.CENTER_RIGHT);
            row.getChildren().add(end);
        });
        row.setAccessibleText(
                found.type().title() + ", " + Categories.title(found.type().category()));
        return row;
    }
}
