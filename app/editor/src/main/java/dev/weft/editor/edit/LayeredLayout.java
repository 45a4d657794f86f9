package dev.weft.editor.edit;

import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.PortAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.core.util.ElkUtil;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// One layout by the library: nodes and wires go in, places come out. The only class that knows the library.
final class LayeredLayout {
    private static final double COLUMNS = 40;
    private static final double ROWS = 24;
    private static final double LANE = 8;

    private final NodeSizes sizes;
    private final PortHeights heights;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
    private final Map<String, Node> originals = new HashMap<>();
    private final Map<String, ElkPort> ports = new HashMap<>();
    private final Map<ElkEdge, Link> links = new LinkedHashMap<>();

    LayeredLayout(NodeSizes sizes, PortHeights heights) {
        this.sizes = sizes;
        this.heights = heights;
        set(root);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
    }

    /// Where everything lies.
    ///
    /// @param nodes the upper left corners of nodes, by id
    /// @param bends where wires bend between the columns
    record Result(Map<String, Point2D> nodes, Map<Link, List<Point2D>> bends) {}

    /// @param together sets of nodes that lie together in a rectangle of their own
    void add(Collection<Node> moving, List<Set<String>> together) {
        Map<String, ElkNode> parents = new HashMap<>();
        for (Set<String> group : together) {
            ElkNode parent = ElkGraphUtil.createNode(root);
            set(parent);
            parent.setProperty(
                    LayeredOptions.PADDING,
                    new ElkPadding(Groups.PADDING + Groups.TITLE, Groups.PADDING, Groups.PADDING, Groups.PADDING));
            group.forEach(id -> parents.put(id, parent));
        }
        for (Node node : moving) {
            ElkNode placed = ElkGraphUtil.createNode(parents.getOrDefault(node.id(), root));
            Dimension2D size = sizes.of(node);
            placed.setDimensions(Math.max(1, size.getWidth()), Math.max(1, size.getHeight()));
            placed.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
            nodes.put(node.id(), placed);
            originals.put(node.id(), node);
        }
    }

    void add(Link link) {
        ElkNode from = nodes.get(link.from().node());
        ElkNode to = nodes.get(link.to().node());
        if (from != null && to != null && !from.equals(to)) {
            links.put(ElkGraphUtil.createSimpleEdge(port(link.from(), from, true), port(link.to(), to, false)), link);
        }
    }

    /// @param corner where the upper left corner of all of it lies
    Result run(Point2D corner) {
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        Map<String, Point2D> places = new LinkedHashMap<>();
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        for (Map.Entry<String, ElkNode> node : nodes.entrySet()) {
            Point2D place = absolute(node.getValue().getParent())
                    .add(node.getValue().getX(), node.getValue().getY());
            places.put(node.getKey(), place);
            left = Math.min(left, place.getX());
            top = Math.min(top, place.getY());
        }
        Point2D shift = corner.subtract(left, top);
        places.replaceAll((id, place) -> place.add(shift));
        Map<Link, List<Point2D>> bends = new LinkedHashMap<>();
        links.forEach((edge, link) -> bends.put(link, bends(edge, shift)));
        return new Result(places, bends);
    }

    private static void set(ElkNode parent) {
        parent.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        parent.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        parent.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        parent.setProperty(LayeredOptions.RANDOM_SEED, 1);
        parent.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, COLUMNS);
        parent.setProperty(LayeredOptions.SPACING_NODE_NODE, ROWS);
        parent.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, COLUMNS);
        parent.setProperty(LayeredOptions.SPACING_EDGE_NODE, ROWS);
        parent.setProperty(LayeredOptions.SPACING_EDGE_EDGE, LANE);
        parent.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, LANE);
        parent.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, LANE);
    }

    private ElkPort port(PortAddress address, ElkNode node, boolean output) {
        return ports.computeIfAbsent(address + (output ? ">" : "<"), _ -> {
            ElkPort port = ElkGraphUtil.createPort(node);
            double height = Optional.ofNullable(originals.get(address.node())).stream()
                    .map(original -> heights.of(original, address.port(), output))
                    .flatMapToDouble(OptionalDouble::stream)
                    .findFirst()
                    .orElse(node.getHeight() / 2);
            port.setLocation(output ? node.getWidth() : 0, height);
            port.setProperty(LayeredOptions.PORT_SIDE, output ? PortSide.EAST : PortSide.WEST);
            return port;
        });
    }

    private List<Point2D> bends(ElkEdge edge, Point2D shift) {
        Point2D origin = absolute(edge.getContainingNode()).add(shift);
        List<Point2D> bends = new ArrayList<>();
        for (ElkEdgeSection section : edge.getSections()) {
            for (ElkBendPoint bend : section.getBendPoints()) {
                bends.add(origin.add(bend.getX(), bend.getY()));
            }
        }
        return bends;
    }

    private static Point2D absolute(ElkNode node) {
        KVector place = ElkUtil.absolutePosition(node);
        return new Point2D(place.x, place.y);
    }
}
