package dev.weft.editor.node.field;

import dev.weft.editor.theme.Measures;
import dev.weft.editor.theme.Typeset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.VPos;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// Paints a long text: its lines with numbers if each is a picture, and weights of words on a ground of their
/// own.
final class ProsePainter {
    private static final Pattern WEIGHT = Pattern.compile("\\([^()]*:[-+]?\\d+(\\.\\d+)?\\)");
    private static final double LINE = Typeset.SMALL.line();
    private static final double SIDE = Measures.NODE_PADDING;
    private static final double ABOVE = 4;
    private static final double GUTTER = 16;

    private final Layer layer;
    private final Field.Prose prose;
    private final double width;
    private final double height;

    ProsePainter(Layer layer, Field.Prose prose, double width, double height) {
        this.layer = layer;
        this.prose = prose;
        this.width = width;
        this.height = height;
    }

    /// Paints all of it.
    void paint() {
        paint(true);
    }

    /// Paints all but the words.
    void paintBehind() {
        paint(false);
    }

    private void paint(boolean words) {
        layer.getChildren().add(Layer.box(0, 0, width, height, "field"));
        if (prose.words().isBlank() && words) {
            layer.getChildren().add(Layer.words(prose.label(), SIDE, ABOVE + LINE / 2, "colour-3"));
            return;
        }
        double indent = prose.numbered() ? SIDE + GUTTER : SIDE;
        double room = width - indent - SIDE;
        double y = ABOVE;
        int number = 0;
        int picture = 0;
        List<String> lines = prose.words().lines().toList();
        for (String line : lines) {
            int wrapped = Typeset.SMALL.lines(line, room);
            number += 1;
            if (prose.numbered() && !line.isBlank()) {
                boolean reference =
                        prose.reference().isPresent() && prose.reference().getAsInt() == picture;
                picture += 1;
                String digits = Integer.toString(picture);
                double x = SIDE + 8 - Typeset.SHAPE.width(digits);
                layer.getChildren()
                        .add(Layer.words(
                                digits, x, y + LINE / 2, "node-shape", reference ? "colour-accent" : "colour-3"));
            }
            if (!line.isEmpty()) {
                paintLine(line, indent, y, room, words);
            }
            y += wrapped * LINE;
            if (y >= height) {
                break;
            }
        }
        if (y > height || number < lines.size()) {
            layer.setClip(new Rectangle(width, height - 2));
        }
    }

    private void paintLine(String line, double x, double y, double room, boolean words) {
        Text text = new Text(line);
        text.getStyleClass().add("prose");
        text.setTextOrigin(VPos.TOP);
        text.setWrappingWidth(room);
        text.setLineSpacing(Typeset.SMALL.spacing());
        text.setX(x);
        text.setY(y + Typeset.SMALL.spacing() / 2);
        text.setMouseTransparent(true);
        Matcher matcher = WEIGHT.matcher(line);
        while (matcher.find()) {
            Text measured = new Text(line);
            measured.setFont(Typeset.SMALL.font());
            measured.setTextOrigin(VPos.TOP);
            measured.setWrappingWidth(room);
            measured.setLineSpacing(Typeset.SMALL.spacing());
            measured.setX(x);
            measured.setY(text.getY());
            Path ground = new Path(measured.rangeShape(matcher.start(), matcher.end()));
            ground.getStyleClass().add("prose-weight");
            ground.setMouseTransparent(true);
            layer.getChildren().add(ground);
        }
        if (words) {
            layer.getChildren().add(text);
        }
    }
}
