package dev.weft.editor.document;

import dev.weft.graph.Workflow;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is selected on the canvas of one document. Not part of the document: selecting cannot be undone.
public final class Selection {
    private final ReadOnlyObjectWrapper<Set<Item>> items = new ReadOnlyObjectWrapper<>(Set.of());

    Selection() {}

    /// The selected items, in the order in which they were selected. The set never changes; another takes its
    /// place.
    public ReadOnlyObjectProperty<Set<Item>> itemsProperty() {
        return items.getReadOnlyProperty();
    }

    /// The selected items.
    public Set<Item> items() {
        return items.get();
    }

    /// Ids of the selected nodes.
    public List<String> nodes() {
        return items().stream()
                .filter(Item.OfNode.class::isInstance)
                .map(item -> ((Item.OfNode) item).id())
                .toList();
    }

    /// Whether this item is selected.
    public boolean contains(Item item) {
        return items().contains(item);
    }

    /// Selects these and nothing else.
    public void select(Collection<? extends Item> chosen) {
        Set<Item> copy = new LinkedHashSet<>(chosen);
        if (!copy.equals(items())) {
            items.set(Collections.unmodifiableSet(copy));
        }
    }

    /// Selects this and nothing else.
    public void select(Item item) {
        select(List.of(item));
    }

    /// Selects nothing.
    public void clear() {
        select(List.of());
    }

    /// Selects these too.
    public void add(Collection<? extends Item> more) {
        Set<Item> all = new LinkedHashSet<>(items());
        all.addAll(more);
        select(all);
    }

    /// Selects this too, or no longer.
    public void toggle(Item item) {
        Set<Item> all = new LinkedHashSet<>(items());
        if (!all.remove(item)) {
            all.add(item);
        }
        select(all);
    }

    /// Drops what is no longer in the graph.
    void retainIn(Workflow graph) {
        if (items().isEmpty()) {
            return;
        }
        Set<String> nodes = graph.nodes().stream().map(node -> node.id()).collect(Collectors.toSet());
        select(items().stream()
                .filter(item -> switch (item) {
                    case Item.OfNode node -> nodes.contains(node.id());
                    case Item.OfLink link ->
                        graph.links().stream()
                                .anyMatch(there -> there.from().equals(link.from())
                                        && there.to().equals(link.to()));
                    case Item.OfReroute point ->
                        graph.links().stream()
                                .anyMatch(there -> there.from().equals(point.from())
                                        && there.to().equals(point.to())
                                        && point.index() < there.reroutes().size());
                    case Item.OfGroup group -> group.index() < graph.groups().size();
                    case Item.OfNote note -> note.index() < graph.notes().size();
                })
                .toList());
    }
}
