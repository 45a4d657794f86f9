package dev.weft.editor.window;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// The parts of the window that F6 goes round.
final class RegionRing {
    private final List<Parent> regions;

    /// @param regions in their order
    RegionRing(List<? extends Parent> regions) {
        this.regions = List.copyOf(regions);
    }

    /// Puts the focus into the next part of the window that can take it.
    ///
    /// @param step 1 for the next, −1 for the previous
    void go(Scene scene, int step) {
        int at = current(scene.getFocusOwner());
        for (int i = 1; i <= regions.size(); i++) {
            Parent region = regions.get(Math.floorMod(at + i * step, regions.size()));
            Optional<Node> first = region.isVisible() ? focusable(region) : Optional.empty();
            if (first.isPresent()) {
                first.get().requestFocus();
                return;
            }
        }
    }

    private int current(Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (regions.contains(node)) {
                return regions.indexOf(node);
            }
        }
        return 0;
    }

    private static Optional<Node> focusable(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            if (child.isFocusTraversable()) {
                return Optional.of(child);
            }
            Optional<Node> inner = child instanceof Parent deeper ? focusable(deeper) : Optional.empty();
            if (inner.isPresent()) {
                return inner;
            }
        }
        return Optional.empty();
    }
}
