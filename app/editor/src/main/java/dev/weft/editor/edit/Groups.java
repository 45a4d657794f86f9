package dev.weft.editor.edit;

import dev.weft.editor.document.Edit;
import dev.weft.editor.document.Item;
import dev.weft.editor.text.Texts;
import dev.weft.graph.Group;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;

/// Edits of the rectangles behind nodes.
public final class Groups {
    private static final Texts TEXTS = Texts.of(Groups.class);
    static final double PADDING = 16;
    static final double TITLE = 32;
    private static final double SMALLEST_WIDTH = 96;
    private static final double SMALLEST_HEIGHT = 56;

    private record TitleKey(int group) {}

    private record SizeKey(int group) {}

    private Groups() {}

    /// Adds a group behind what is given, somewhat larger than it and with room for its title.
    ///
    /// @return nothing if nothing of it has a place
    public static Optional<Placement> around(Workflow graph, Collection<? extends Item> items, NodeSizes sizes) {
        return extent(graph, items, sizes).map(extent -> add(graph, padded(extent)));
    }

    /// Adds an empty group.
    public static Placement add(Workflow graph, Rectangle2D bounds) {
        Group group = new Group(TEXTS.get("new_group"), Places.bounds(bounds), "", JsonObject.EMPTY);
        return new Placement(
                Edit.of(TEXTS.get("group"), now -> {
                    List<Group> groups = new ArrayList<>(now.groups());
                    groups.add(group);
                    return now.withGroups(groups);
                }),
                List.of(new Item.OfGroup(graph.groups().size())));
    }

    /// Gives a group a title.
    ///
    /// @param group which of the graph's groups, from 0
    public static Edit rename(int group, String title) {
        return Edit.merging(
                TEXTS.get("rename_group"),
                new TitleKey(group),
                changing(List.of(group), found -> found.withTitle(title.strip())));
    }

    /// Colours groups.
    ///
    /// @param color a colour name or `#rrggbb`, or empty for the usual one
    public static Edit color(Collection<Integer> groups, String color) {
        return Edit.of(TEXTS.get("color_group", groups.size()), changing(groups, found -> found.withColor(color)));
    }

    /// Lets a group just hold what it holds.
    ///
    /// @return nothing if it holds nothing
    public static Optional<Edit> fit(Workflow graph, int group, NodeSizes sizes) {
        return extent(graph, Movement.held(graph, group, sizes), sizes)
                .map(extent -> Places.bounds(padded(extent)))
                .map(bounds ->
                        Edit.of(TEXTS.get("fit_group"), changing(List.of(group), found -> found.withBounds(bounds))));
    }

    /// Makes a group larger or smaller, and moves its upper left corner where that was dragged. What it holds
    /// stays.
    public static Edit resize(int group, Rectangle2D bounds) {
        Rectangle2D large = new Rectangle2D(
                bounds.getMinX(),
                bounds.getMinY(),
                Math.max(SMALLEST_WIDTH, bounds.getWidth()),
                Math.max(SMALLEST_HEIGHT, bounds.getHeight()));
        return Edit.merging(
                TEXTS.get("resize_group"),
                new SizeKey(group),
                changing(List.of(group), found -> found.withBounds(Places.bounds(large))));
    }

    static Optional<Rectangle2D> extent(Workflow graph, Collection<? extends Item> items, NodeSizes sizes) {
        return items.stream()
                .flatMap(item -> switch (item) {
                    case Item.OfNode node -> graph.node(node.id()).map(found -> Places.of(found, sizes)).stream();
                    case Item.OfGroup group ->
                        graph.groups().stream().skip(group.index()).limit(1).map(found -> Places.of(found.bounds()));
                    case Item.OfNote note ->
                        graph.notes().stream().skip(note.index()).limit(1).map(found -> Places.of(found.bounds()));
                    case Item.OfLink ignored -> Stream.empty();
                    case Item.OfReroute ignored -> Stream.empty();
                })
                .reduce(Places::union);
    }

    static Rectangle2D padded(Rectangle2D extent) {
        return new Rectangle2D(
                extent.getMinX() - PADDING,
                extent.getMinY() - PADDING - TITLE,
                extent.getWidth() + 2 * PADDING,
                extent.getHeight() + 2 * PADDING + TITLE);
    }

    private static UnaryOperator<Workflow> changing(Collection<Integer> chosen, UnaryOperator<Group> change) {
        List<Integer> indices = List.copyOf(chosen);
        return graph -> {
            List<Group> groups = new ArrayList<>(graph.groups());
            for (int index : indices) {
                if (index < groups.size()) {
                    groups.set(index, change.apply(groups.get(index)));
                }
            }
            return graph.withGroups(groups);
        };
    }
}
