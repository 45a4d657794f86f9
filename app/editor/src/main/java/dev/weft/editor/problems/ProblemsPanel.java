package dev.weft.editor.problems;

import com.google.inject.Inject;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Drawer;
import dev.weft.editor.window.GraphNavigator;
import dev.weft.editor.workspace.Workspace;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bottom tab that lists problems: sentence, node, and what mends it. A click shows the node.
final class ProblemsPanel extends BorderPane {
    private static final Texts TEXTS = Texts.of(ProblemsPanel.class);
    private static final double ROW = 40;
    private static final double PLACE = 168;
    private static final double END = 112;

    private final ProblemList problems;
    private final Workspace workspace;
    private final GraphNavigator navigator;

    @Inject
    ProblemsPanel(ProblemList problems, Workspace workspace, GraphNavigator navigator) {
        this.problems = problems;
        this.workspace = workspace;
        this.navigator = navigator;
        getStyleClass().add("problems");
        setId("problems");
        ListView<ProblemRow> list = new ListView<>(problems.rows());
        list.setId("problem-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new Cell());
        Label none = new Label(TEXTS.get("none"));
        none.getStyleClass().add("text-3");
        list.setPlaceholder(none);
        list.setOnKeyPressed(event -> {
            ProblemRow row = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && row != null) {
                event.consume();
                go(row);
            }
        });
        setCenter(list);
        Button copy = new Button(TEXTS.get("copy_report"));
        copy.setGraphic(new FontIcon("fltral-copy-20"));
        copy.getStyleClass().addAll("quiet", "small");
        copy.setId("copy-report");
        copy.setOnAction(_ -> copy());
        copy.setDisable(problems.rows().isEmpty());
        problems.rows().addListener((ListChangeListener<ProblemRow>)
                _ -> copy.setDisable(problems.rows().isEmpty()));
        getProperties().put(Drawer.HEAD, copy);
    }

    private void go(ProblemRow row) {
        row.node().ifPresent(node -> workspace.active().ifPresent(document -> navigator.reveal(document, node)));
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(problems.rows().stream()
                .map(row -> (row.place().isEmpty() ? "" : row.place() + ": ") + row.sentence())
                .collect(Collectors.joining("\n", "", "\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private final class Cell extends ListCell<ProblemRow> {
        Cell() {
            getStyleClass().add("problem-cell");
            setPrefWidth(0);
            setOnMouseClicked(_ -> {
                if (getItem() != null) {
                    go(getItem());
                }
            });
        }

        @Override
        protected void updateItem(ProblemRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(empty || row == null ? null : content(row));
        }

        private HBox content(ProblemRow row) {
            FontIcon icon = new FontIcon(row.severity().icon());
            icon.getStyleClass().add(row.severity().colour());
            Label sentence = new Label(row.sentence());
            sentence.setMinWidth(0);
            sentence.setMaxWidth(Double.MAX_VALUE);
            sentence.setTooltip(new Tooltip(row.sentence()));
            HBox.setHgrow(sentence, Priority.ALWAYS);
            Label place = new Label(row.place());
            place.getStyleClass().addAll("text-3", "problem-place");
            place.setMinWidth(PLACE);
            place.setMaxWidth(PLACE);
            HBox end = new HBox();
            end.getStyleClass().add("problem-end");
            end.setMinWidth(END);
            row.remedy()
                    .ifPresentOrElse(
                            remedy -> end.getChildren().add(button(remedy.title(), remedy.mend(), true)),
                            () -> row.node()
                                    .ifPresent(_ ->
                                            end.getChildren().add(button(TEXTS.get("show"), () -> go(row), false))));
            HBox box = new HBox(icon, sentence, place, end);
            box.getStyleClass().add("problem-row");
            box.setAccessibleText(row.sentence() + " " + row.place());
            return box;
        }

        private static Button button(String title, Runnable action, boolean solid) {
            Button button = new Button(title);
            button.getStyleClass().add("small");
            if (!solid) {
                button.getStyleClass().add("quiet");
            }
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> action.run());
            return button;
        }
    }
}
