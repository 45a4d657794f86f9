package dev.weft.editor.window;

import com.google.inject.Inject;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.DocumentPage.Kind;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Run, or Cancel while something runs, and a button for other ways to run. In the form it is quiet, because
/// the form
/// has a primary button of its own.
final class RunButton extends HBox {
    private static final Texts TEXTS = Texts.of(RunButton.class);

    private final Button run;
    private final Button cancel;
    private final Button more = new Button();
    private final WindowControl control;
    private final Actions actions;

    @Inject
    RunButton(Actions actions, ActionButtons buttons, MainMenu menu, WindowControl control) {
        this.actions = actions;
        this.control = control;
        run = buttons.words(Action.RUN);
        run.getStyleClass().add("first");
        cancel = buttons.words(Action.CANCEL);
        cancel.setText(TEXTS.get("cancel"));
        cancel.getStyleClass().addAll("first", "danger");
        more.setGraphic(new FontIcon("fltral-chevron-down-16"));
        more.getStyleClass().add("last");
        more.setId("run-more");
        more.setAccessibleText(TEXTS.get("run_more"));
        more.setTooltip(new Tooltip(TEXTS.get("run_more")));
        more.setOnAction(_ -> {
            ContextMenu ways = menu.run();
            ways.show(more, Side.BOTTOM, 0, 4);
        });
        getStyleClass().add("split");
        actions.possibleProperty(Action.CANCEL).subscribe(this::follow);
        actions.possibleProperty(Action.RUN).subscribe(this::follow);
        control.pageProperty().subscribe(this::follow);
        follow();
    }

    private void follow() {
        boolean running = actions.possibleProperty(Action.CANCEL).get();
        boolean primary = !running && control.pageProperty().get() != Kind.FORM;
        more.setDisable(!running && !actions.possibleProperty(Action.RUN).get());
        for (Button button : new Button[] {run, more}) {
            button.getStyleClass().remove("primary");
            if (primary) {
                button.getStyleClass().add("primary");
            }
        }
        getChildren().setAll(running ? cancel : run, more);
    }
}
