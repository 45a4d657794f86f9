package dev.weft.editor.canvas;

import dev.weft.editor.action.Action;
import dev.weft.editor.canvas.board.Board;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.ActionButtons;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// Shows and changes the zoom.
final class ZoomBar extends HBox {
    static final double HEIGHT = 34;

    private static final Texts TEXTS = Texts.of(ZoomBar.class);
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final Subscription subscription;

    ZoomBar(Board board, ActionButtons buttons, Preferences preferences) {
        getStyleClass().add("zoom-bar");
        Button percent = buttons.words(Action.ZOOM_RESET);
        percent.getStyleClass().add("zoom-percent");
        Button map = buttons.icon(Action.MINIMAP);
        getChildren()
                .addAll(
                        buttons.icon(Action.ZOOM_OUT),
                        percent,
                        buttons.icon(Action.ZOOM_IN),
                        buttons.icon(Action.FIT),
                        map);
        getChildren().forEach(button -> button.setFocusTraversable(false));
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        subscription = Subscription.combine(
                board.sightProperty()
                        .subscribe(sight ->
                                percent.setText(TEXTS.get("percent", Long.toString(Math.round(sight.zoom() * 100))))),
                preferences.minimapProperty().subscribe(on -> map.pseudoClassStateChanged(ON, on)));
    }

    void close() {
        subscription.unsubscribe();
    }
}
