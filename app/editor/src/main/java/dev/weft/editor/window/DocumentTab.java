package dev.weft.editor.window;

import dev.weft.editor.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// One tab of the top bar: icon, title, and a dot while something is not saved or a cross to close it.
final class DocumentTab extends HBox {
    private static final Texts TEXTS = Texts.of(DocumentTab.class);
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double WIDEST = 240;

    /// @param icon literal of an Ikonli icon
    /// @param title as it changes
    /// @param unsaved whether it shows the dot
    /// @param show called when it is chosen
    /// @param close called when it is to be closed
    DocumentTab(
            String icon,
            ObservableValue<String> title,
            ObservableValue<Boolean> unsaved,
            Runnable show,
            Runnable close) {
        Label name = new Label();
        name.textProperty().bind(title);
        name.setMinWidth(24);
        Region dot = new Region();
        dot.getStyleClass().add("unsaved-dot");
        dot.setMinSize(6, 6);
        dot.setMaxSize(6, 6);
        Button cross = new Button();
        cross.setGraphic(new FontIcon("fltral-dismiss-16"));
        cross.getStyleClass().setAll("button", "tab-close");
        cross.setFocusTraversable(false);
        cross.setOnAction(_ -> close.run());
        StackPane end = new StackPane(dot, cross);
        dot.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> unsaved.getValue() && !isHover(), unsaved, hoverProperty()));
        cross.visibleProperty().bind(dot.visibleProperty().not());
        getStyleClass().add("document-tab");
        setMaxWidth(WIDEST);
        getChildren().addAll(List.of(new FontIcon(icon), name, end));
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TAB_ITEM);
        accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> unsaved.getValue() ? title.getValue() + ", " + TEXTS.get("unsaved") : title.getValue(),
                        title,
                        unsaved));
        title.subscribe(text -> cross.setAccessibleText(TEXTS.get("close_tab", text)));
        setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                show.run();
            }
        });
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.MIDDLE) {
                close.run();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                show.run();
                event.consume();
            }
        });
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }
}
