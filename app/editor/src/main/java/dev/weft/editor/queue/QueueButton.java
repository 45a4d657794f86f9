package dev.weft.editor.queue;

import com.google.inject.Inject;
import dev.weft.editor.action.Action;
import dev.weft.editor.run.RunState;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.ActionButtons;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Opens the queue and says how many runs are in it.
final class QueueButton extends Button {
    private static final Texts TEXTS = Texts.of(QueueButton.class);

    @Inject
    QueueButton(RunState state, ActionButtons buttons) {
        Label count = new Label();
        count.getStyleClass().add("badge");
        Label words = new Label(TEXTS.get("queue"));
        HBox content = new HBox(new FontIcon("fltral-list-20"), words, count);
        content.getStyleClass().add("queue-button-content");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(content);
        getStyleClass().add("quiet");
        buttons.bind(this, Action.SHOW_QUEUE);
        state.open().subscribe(open -> {
            count.setText(open.toString());
            count.getStyleClass().remove("accent");
            if (open.intValue() > 0) {
                count.getStyleClass().add("accent");
            }
        });
    }
}
