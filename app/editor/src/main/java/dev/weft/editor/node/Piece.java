package dev.weft.editor.node;

import dev.weft.editor.node.field.Layer;
import dev.weft.editor.node.field.PlacedRow;
import dev.weft.editor.run.NodeRun;
import dev.weft.editor.theme.Typeset;
import dev.weft.graph.types.PortKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/// One thing that is drawn of a node, with all that its looks depend on.
sealed interface Piece {
    /// Makes it.
    Node paint(NodeServices services);

    /// The head.
    ///
    /// @param model the node, of which only what the head shows is kept
    record Head(NodeModel model, double width) implements Piece {
        /// Leaves out what a head does not show.
        static Head of(NodeModel model, double width) {
            NodeRun run = model.run();
            NodeRun shown =
                    new NodeRun(run.state(), run.step(), run.steps(), NONE, NONE, List.of(), "", Optional.empty());
            return new Head(
                    new NodeModel(
                            model.node().withParameters(Map.of()),
                            model.signature(),
                            Set.of(),
                            Set.of(),
                            Map.of(),
                            model.problems(),
                            shown),
                    width);
        }

        @Override
        public Node paint(NodeServices services) {
            return new HeadView(model, width, services.reducedMotion());
        }
    }

    /// How long the node worked, above it.
    record Time(String words, boolean running, double width) implements Piece {
        @Override
        public Node paint(NodeServices services) {
            Text text = Layer.words(words, width - 2 - Typeset.SHAPE.width(words), ABOVE, "node-time");
            text.pseudoClassStateChanged(RUNNING, running);
            return text;
        }
    }

    /// The lines that divide the node.
    record Lines(List<Double> at, double width) implements Piece {
        @Override
        public Node paint(NodeServices services) {
            Path path = new Path();
            for (double y : at) {
                path.getElements().addAll(new MoveTo(1.5, y + 0.5), new LineTo(width - 1.5, y + 0.5));
            }
            path.getStyleClass().add("node-lines");
            path.setMouseTransparent(true);
            return path;
        }
    }

    /// All fields from afar.
    record Bars(List<PlacedRow> rows) implements Piece {
        @Override
        public Node paint(NodeServices services) {
            Path path = new Path();
            for (PlacedRow row : rows) {
                Rectangle2D area = row.area();
                path.getElements()
                        .addAll(
                                new MoveTo(area.getMinX(), area.getMinY()),
                                new LineTo(area.getMaxX(), area.getMinY()),
                                new LineTo(area.getMaxX(), area.getMaxY()),
                                new LineTo(area.getMinX(), area.getMaxY()),
                                new ClosePath());
            }
            path.getStyleClass().add("node-bars");
            path.setMouseTransparent(true);
            return path;
        }
    }

    /// The pictures.
    record OfPictures(PicturesBlock block) implements Piece {
        @Override
        public Node paint(NodeServices services) {
            return new PicturesView(block, services.pictures());
        }
    }

    /// The message.
    record OfMessage(MessageBlock block) implements Piece {
        @Override
        public Node paint(NodeServices services) {
            return new MessageView(block, () -> services.help(block.missing()));
        }
    }

    /// The name of a port.
    record Label(PortSpot port, double width) implements Piece {
        @Override
        public Node paint(NodeServices services) {
            return new PortLabel(port, width);
        }
    }

    /// The sign of a port.
    record Glyph(PortKind kind, boolean connected, double x, double y) implements Piece {
        static Glyph of(PortSpot port) {
            return new Glyph(
                    port.kind(),
                    port.connected(),
                    port.centre().getX(),
                    port.centre().getY());
        }

        @Override
        public Node paint(NodeServices services) {
            PortGlyph glyph = new PortGlyph(kind, connected);
            glyph.setLayoutX(x);
            glyph.setLayoutY(y);
            return glyph;
        }
    }

    /// The ring around a port that a wire could be connected to.
    record Ring(PortKind kind, double x, double y) implements Piece {
        @Override
        public Node paint(NodeServices services) {
            Circle circle = new Circle(x, y, RADIUS);
            circle.getStyleClass().add("port-ring");
            circle.setStyle("-fx-stroke: " + KindColour.css(kind) + ";");
            circle.setMouseTransparent(true);
            return circle;
        }
    }

    /// All of the node from afar.
    record Shell(Head head, double height) implements Piece {
        @Override
        public Node paint(NodeServices services) {
            return new ShellView(head.model(), head.width(), height);
        }
    }

    /// No duration.
    Optional<Duration> NONE = Optional.empty();

    /// Height of what stands above the node.
    double ABOVE = -13;

    /// Radius of the ring.
    double RADIUS = 12;

    /// The time of a node that works.
    PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
}
