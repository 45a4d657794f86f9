package dev.weft.editor.node;

import dev.weft.editor.node.field.Layer;
import dev.weft.editor.text.Texts;
import dev.weft.editor.theme.Measures;
import dev.weft.editor.theme.Typeset;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.text.Text;

/// The message of a node: what is wrong, what to do, and a way there.
final class MessageView extends Layer {
    private static final Texts TEXTS = Texts.of(MessageView.class);
    private static final double BUTTON = 24;

    /// @param help shows more about the message
    MessageView(MessageBlock block, Runnable help) {
        setMouseTransparent(false);
        setPickOnBounds(false);
        Rectangle2D area = block.area();
        double inset = block.missing() ? Measures.NODE_PADDING : MessageBlock.SIDE;
        getChildren()
                .add(box(
                        area.getMinX(),
                        area.getMinY() + 1,
                        area.getWidth(),
                        area.getHeight() - 1,
                        block.missing() ? "message-missing" : "message"));
        double x = area.getMinX() + inset;
        double room = area.getWidth() - 2 * inset;
        double y = area.getMinY() + 1 + Measures.NODE_PADDING;
        y = paragraph(
                block.headline(),
                block.missing() ? Typeset.SENTENCE : Typeset.STRONG,
                block.missing() ? "colour-1" : "node-strong",
                x,
                y,
                room);
        if (!block.remedy().isEmpty()) {
            y = paragraph(block.remedy(), Typeset.SENTENCE, "colour-2", x, y, room);
        }
        Button button = new Button(TEXTS.get(block.missing() ? "open_plugins" : "details"));
        button.getStyleClass().setAll("message-button");
        button.setManaged(false);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> help.run());
        button.resizeRelocate(
                x,
                y + Measures.NODE_PADDING,
                Math.ceil(Typeset.MEDIUM.width(button.getText())) + 2 * Measures.NODE_PADDING + 2,
                BUTTON);
        getChildren().add(button);
    }

    private double paragraph(String words, Typeset type, String style, double x, double y, double room) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        text.setTextOrigin(VPos.TOP);
        text.setWrappingWidth(room);
        text.setLineSpacing(type.spacing());
        text.setX(x);
        text.setY(y + type.spacing() / 2);
        text.setMouseTransparent(true);
        getChildren().add(text);
        return y + type.lines(words, room) * type.line();
    }
}
