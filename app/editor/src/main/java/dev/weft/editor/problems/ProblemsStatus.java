package dev.weft.editor.problems;

import com.google.inject.Inject;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.problems.ProblemRow.Severity;
import dev.weft.editor.text.Texts;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The item of the status bar that counts problems and opens their list.
final class ProblemsStatus extends Button {
    private static final Texts TEXTS = Texts.of(ProblemsStatus.class);

    private final ProblemList problems;

    @Inject
    ProblemsStatus(ProblemList problems, Actions actions) {
        this.problems = problems;
        getStyleClass().add("status-button");
        setId("problems-status");
        setOnAction(_ -> actions.perform(Action.SHOW_PROBLEMS));
        problems.rows().addListener((ListChangeListener<ProblemRow>) _ -> show());
        show();
    }

    private void show() {
        long errors = problems.count(Severity.ERROR);
        long warnings = problems.count(Severity.WARNING);
        HBox signs = new HBox();
        signs.getStyleClass().add("problem-signs");
        if (errors > 0) {
            signs.getChildren().addAll(icon(Severity.ERROR), label(count("one_error", "errors", errors)));
        }
        if (warnings > 0) {
            signs.getChildren().addAll(icon(Severity.WARNING), label(count("one_warning", "warnings", warnings)));
        }
        if (signs.getChildren().isEmpty()) {
            signs.getChildren().addAll(new FontIcon("fltral-checkmark-20"), label(TEXTS.get("no_problems")));
        }
        setGraphic(signs);
        setAccessibleText(TEXTS.get("problems") + ": " + errors + ", " + warnings);
    }

    private static String count(String one, String many, long number) {
        return number == 1 ? TEXTS.get(one) : TEXTS.get(many, number);
    }

    private static Label label(String words) {
        return new Label(words);
    }

    private static FontIcon icon(Severity severity) {
        FontIcon icon = new FontIcon(severity.icon());
        icon.getStyleClass().add(severity.colour());
        return icon;
    }
}
