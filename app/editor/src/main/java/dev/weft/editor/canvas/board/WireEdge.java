package dev.weft.editor.canvas.board;

import com.fxgraph.graph.Graph;
import com.fxgraph.graph.ICell;
import com.fxgraph.graph.IEdge;
import dev.weft.editor.canvas.model.PlacedWire;
import javafx.scene.layout.Region;

/// A wire as an edge of the graph. Like cells, edges of wires that are gone are kept for wires that come.
final class WireEdge implements IEdge {
    private final WireGraphic graphic;
    private ICell source;
    private ICell target;
    private PlacedWire wire;
    private WireLook.Emphasis emphasis = WireLook.Emphasis.USUAL;
    private double zoom = 1;
    private boolean seen;
    private boolean stale = true;

    WireEdge(PlacedWire wire, ICell source, ICell target, Palette palette) {
        this.wire = wire;
        this.source = source;
        this.target = target;
        this.graphic = new WireGraphic(palette);
    }

    @Override
    public ICell getSource() {
        return source;
    }

    @Override
    public ICell getTarget() {
        return target;
    }

    @Override
    public Region getGraphic(Graph graph) {
        return graphic;
    }

    PlacedWire wire() {
        return wire;
    }

    boolean isSeen() {
        return seen;
    }

    void show(PlacedWire changed, ICell from, ICell to) {
        wire = changed;
        source = from;
        target = to;
        stale = true;
        refresh();
    }

    void see(boolean nowSeen, double newZoom) {
        boolean rescaled = newZoom < 0.5 || zoom < 0.5;
        if (nowSeen && rescaled && newZoom != zoom) {
            stale = true;
        }
        zoom = newZoom;
        seen = nowSeen;
        refresh();
        graphic.setVisible(seen);
    }

    void emphasise(WireLook.Emphasis changed) {
        if (emphasis != changed) {
            emphasis = changed;
            if (seen && !stale) {
                graphic.look(wire, WireLook.of(wire.condition(), emphasis), zoom);
            }
        }
    }

    void repaint() {
        stale = true;
        refresh();
    }

    private void refresh() {
        if (seen && stale) {
            stale = false;
            graphic.run(wire.path());
            graphic.look(wire, WireLook.of(wire.condition(), emphasis), zoom);
        }
    }
}
