package dev.weft.editor.node.field;

import dev.weft.editor.check.DocumentCatalog;
import dev.weft.editor.document.Document;
import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.Workflow;
import dev.weft.graph.types.NodeSignature;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;

/// A field that stands alone and takes the width that it is given.
final class FieldControl extends Region {
    private static final double WIDTH = 240;
    private static final double HEIGHT = 32;

    private final DocumentCatalog catalog;
    private final Document document;
    private final String node;
    private final String parameter;
    private final boolean labelled;
    private final FieldPane pane;
    private final ChangeListener<Workflow> follow = (_, _, _) -> read();
    private Optional<Field> field = Optional.empty();

    FieldControl(
            FieldServices services,
            DocumentCatalog catalog,
            Document document,
            String node,
            String parameter,
            boolean labelled) {
        this.catalog = catalog;
        this.document = document;
        this.node = node;
        this.parameter = parameter;
        this.labelled = labelled;
        pane = services.open(document, node);
        pane.standAlone();
        getChildren().add(pane);
        document.graphProperty().addListener(new WeakChangeListener<>(follow));
        read();
    }

    private void read() {
        Workflow graph = document.graph();
        Optional<Node> found = graph.node(node);
        Optional<NodeSignature> type =
                found.flatMap(each -> catalog.of(document).find(each.type()));
        Optional<Field> read = type.flatMap(each -> each.parameter(parameter))
                .map(each -> new FieldReader(
                                found.orElseThrow(),
                                type.orElseThrow().parameters(),
                                linked(graph),
                                Neighbourhood.in(graph).of(found.orElseThrow()),
                                Optional.empty())
                        .read(each, false));
        if (!read.equals(field)) {
            field = read;
            requestLayout();
            place();
        }
    }

    private Set<String> linked(Workflow graph) {
        return graph.links().stream()
                .map(Link::to)
                .filter(end -> end.node().equals(node))
                .map(end -> end.port())
                .collect(Collectors.toSet());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 2 * HEIGHT;
    }

    @Override
    protected double computePrefHeight(double width) {
        double given = width < 0 ? WIDTH : width;
        return field.map(shown -> Math.max(HEIGHT, FieldPlan.height(List.of(shown), given)))
                .orElse(HEIGHT);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        place();
    }

    private void place() {
        double width = getWidth();
        if (width > 0) {
            double height = computePrefHeight(width);
            List<PlacedRow> rows = field.map(shown -> labelled ? shown : Bare.of(shown))
                    .map(shown -> List.of(new PlacedRow(shown, new Rectangle2D(0, 0, width, height))))
                    .orElse(List.of());
            pane.show(rows, width, height);
        }
    }
}
