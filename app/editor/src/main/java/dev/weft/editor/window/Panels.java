package dev.weft.editor.window;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.window.Panel.Place;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;

/// What fills the places in the window, each made when it is first shown.
@Singleton
final class Panels {
    private final List<Panel> panels;
    private final Map<String, Node> contents = new HashMap<>();

    @Inject
    Panels(Set<Panel> panels) {
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(Panel::order).thenComparing(Panel::id))
                .toList();
    }

    /// Those of a place, in their order.
    List<Panel> in(Place place) {
        return panels.stream().filter(panel -> panel.place() == place).toList();
    }

    Optional<Panel> find(Place place, String id) {
        return panels.stream()
                .filter(panel -> panel.place() == place && panel.id().equals(id))
                .findFirst();
    }

    boolean has(Place place, String id) {
        return find(place, id).isPresent();
    }

    Node content(Panel panel) {
        return contents.computeIfAbsent(
                panel.place() + " " + panel.id(), _ -> panel.content().get());
    }
}
