package dev.weft.editor.canvas.board;

import com.fxgraph.cells.AbstractCell;
import com.fxgraph.graph.Graph;
import dev.weft.editor.canvas.model.Identity;
import dev.weft.editor.canvas.model.PlacedNode;
import dev.weft.editor.node.Detail;
import dev.weft.editor.node.NodeView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A node as a cell of the graph. Its graphic is a place without size, in which a shell stands until the node's
/// view is
/// made, and whenever the view would be too small to read.
///
/// FXGraph never forgets the graphic of a cell, so cells of nodes that are gone are kept for nodes that come.
final class NodeCell extends AbstractCell {
    private static final double DIMMED = 0.35;

    private final Pane holder = new Pane();
    private final NodeShell shell;
    private PlacedNode node;
    private @Nullable NodeView view;
    private Detail detail = Detail.SHELL;
    private double zoom = 1;
    private boolean selected;
    private boolean seen;

    NodeCell(PlacedNode node, Palette palette) {
        this.node = node;
        this.shell = new NodeShell(palette);
        holder.setManaged(false);
        holder.setPickOnBounds(false);
        holder.setVisible(false);
        holder.getChildren().add(shell);
        holder.relocate(node.x(), node.y());
    }

    @Override
    public Region getGraphic(Graph graph) {
        return holder;
    }

    PlacedNode node() {
        return node;
    }

    boolean isSeen() {
        return seen;
    }

    /// Whether it is seen, near enough, and has no view yet.
    boolean wantsView() {
        return seen && view == null && detail != Detail.SHELL;
    }

    @Nullable
    NodeView view() {
        return view;
    }

    void give(NodeView made) {
        view = made;
        made.setManaged(false);
        holder.getChildren().add(made);
        made.detail(detail);
        made.select(selected);
        arrange();
    }

    /// Lets go of the view: it is made again when it is seen again.
    @Nullable
    NodeView take() {
        NodeView taken = view;
        if (taken != null) {
            taken.dispose();
            holder.getChildren().remove(taken);
            view = null;
            arrange();
        }
        return taken;
    }

    /// Becomes the cell of a node.
    void show(PlacedNode changed) {
        boolean moved = node.x() != changed.x() || node.y() != changed.y();
        boolean looks = !Identity.same(node.model(), changed.model());
        node = changed;
        if (moved) {
            holder.relocate(changed.x(), changed.y());
        }
        if (looks && seen) {
            refresh();
        }
    }

    void see(boolean nowSeen, double newZoom) {
        Detail newDetail = Detail.at(newZoom);
        boolean appears = nowSeen && !seen;
        boolean differs = newDetail != detail || ((newDetail == Detail.SHELL || view == null) && newZoom != zoom);
        seen = nowSeen;
        if (seen && (appears || differs)) {
            zoom = newZoom;
            detail = newDetail;
            refresh();
        }
        holder.setVisible(seen);
    }

    void select(boolean nowSelected) {
        if (selected != nowSelected) {
            selected = nowSelected;
            if (view != null) {
                view.select(selected);
            }
            if (seen) {
                arrange();
            }
        }
    }

    void dim(boolean dimmed) {
        holder.setOpacity(dimmed ? DIMMED : 1);
    }

    /// Puts it in front of those of smaller numbers.
    void stack(int number) {
        holder.setViewOrder(-number);
    }

    /// Paints in the colours of now.
    void repaint() {
        if (seen) {
            arrange();
        }
    }

    private void refresh() {
        if (view != null && detail != Detail.SHELL) {
            view.show(node.model());
            view.detail(detail);
        }
        arrange();
    }

    private void arrange() {
        boolean shows = view != null && detail != Detail.SHELL;
        if (view != null) {
            view.setVisible(shows);
        }
        shell.setVisible(!shows);
        if (!shows) {
            shell.show(node, selected, zoom);
        }
    }
}
