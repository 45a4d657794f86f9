package dev.weft.editor.canvas;

import dev.weft.editor.action.Action;
import dev.weft.editor.canvas.board.Tints;
import dev.weft.editor.canvas.gesture.Workplace;
import dev.weft.editor.canvas.model.Hit;
import dev.weft.editor.document.Document;
import dev.weft.editor.document.Edit;
import dev.weft.editor.document.Item;
import dev.weft.editor.edit.Groups;
import dev.weft.editor.edit.NodeChanges;
import dev.weft.editor.edit.Notes;
import dev.weft.editor.edit.Wires;
import dev.weft.editor.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.shape.Circle;

/// The menu of what was clicked with the second button.
final class CanvasMenu {
    private static final Texts TEXTS = Texts.of(CanvasMenu.class);
    private static final double SWATCH = 5;

    private final Document document;
    private final Workplace workplace;
    private final CanvasServices services;
    private final ContextMenu menu = new ContextMenu();

    CanvasMenu(Document document, Workplace workplace, CanvasServices services) {
        this.document = document;
        this.workplace = workplace;
        this.services = services;
        menu.setAutoHide(true);
    }

    void open(Hit hit, Point2D screen) {
        menu.getItems().setAll(items(hit));
        menu.show(workplace.board(), screen.getX(), screen.getY());
    }

    private List<MenuItem> items(Hit hit) {
        return switch (hit) {
            case Hit.OfNode _ -> node();
            case Hit.OfPort port -> port(port);
            case Hit.OfWire wire -> wire(wire);
            case Hit.OfReroute _ -> actions(Action.DELETE);
            case Hit.OfGroup group -> group(group.group());
            case Hit.OfNote note -> note(note.note());
            case Hit.OfCorner corner -> items(hitOf(corner.owner()));
            case Hit.Nothing _ ->
                actions(
                        Action.ADD_NODE,
                        Action.NOTE,
                        null,
                        Action.PASTE,
                        Action.PASTE_WITH_WIRES,
                        Action.SELECT_ALL,
                        null,
                        Action.ARRANGE,
                        Action.FIT,
                        Action.LEAVE_SUBGRAPH);
        };
    }

    private Hit hitOf(Item item) {
        return switch (item) {
            case Item.OfGroup group -> new Hit.OfGroup(group);
            case Item.OfNote note -> new Hit.OfNote(note);
            default ->
                workplace
                        .board()
                        .drawing()
                        .node(item instanceof Item.OfNode node ? node.id() : "")
                        .<Hit>map(Hit.OfNode::new)
                        .orElseGet(Hit.Nothing::new);
        };
    }

    private List<MenuItem> node() {
        List<MenuItem> items = actions(
                Action.RUN_TO_HERE, Action.RENAME, null, Action.BYPASS, Action.MUTE, Action.COLLAPSE, Action.PIN);
        items.add(colours(color -> NodeChanges.color(document.selection().nodes(), color)));
        items.addAll(actions(
                null,
                Action.COPY,
                Action.CUT,
                Action.DUPLICATE,
                Action.DELETE,
                null,
                Action.GROUP,
                Action.MAKE_SUBGRAPH,
                Action.ENTER_SUBGRAPH,
                Action.UNPACK_SUBGRAPH));
        return items;
    }

    private List<MenuItem> port(Hit.OfPort port) {
        MenuItem disconnect = new MenuItem(TEXTS.get("disconnect"));
        disconnect.setOnAction(_ -> document.perform(Wires.cut(document.graph().links().stream()
                .filter(link -> (port.output() ? link.from() : link.to()).equals(port.address()))
                .toList())));
        return List.of(disconnect);
    }

    private List<MenuItem> wire(Hit.OfWire hit) {
        MenuItem straighten = new MenuItem(TEXTS.get("straighten"));
        straighten.setOnAction(_ -> document.perform(
                Wires.straighten(hit.wire().link().from(), hit.wire().link().to())));
        straighten.setDisable(hit.wire().link().reroutes().isEmpty());
        List<MenuItem> items = new ArrayList<>(List.of(straighten));
        items.addAll(actions(Action.DELETE));
        return items;
    }

    private List<MenuItem> group(Item.OfGroup group) {
        MenuItem fit = new MenuItem(TEXTS.get("fit_group"));
        fit.setOnAction(_ ->
                Groups.fit(document.graph(), group.index(), workplace.sizes()).ifPresent(document::perform));
        List<MenuItem> items = actions(Action.RENAME);
        items.add(fit);
        items.add(colours(color -> Groups.color(List.of(group.index()), color)));
        items.addAll(actions(null, Action.COPY, Action.DUPLICATE, Action.DELETE));
        return items;
    }

    private List<MenuItem> note(Item.OfNote note) {
        List<MenuItem> items = actions(Action.RENAME);
        items.add(colours(color -> Notes.color(List.of(note.index()), color)));
        items.addAll(actions(null, Action.COPY, Action.DUPLICATE, Action.DELETE));
        return items;
    }

    private Menu colours(Function<String, Edit> change) {
        Menu colours = new Menu(TEXTS.get("colour"));
        MenuItem usual = new MenuItem(TEXTS.get("colour_usual"));
        usual.setOnAction(_ -> document.perform(change.apply("")));
        colours.getItems().add(usual);
        for (String name : Tints.NAMES) {
            MenuItem item = new MenuItem(TEXTS.get("colour_" + name));
            Circle swatch = new Circle(SWATCH);
            swatch.setStyle("-fx-fill: " + Tints.web(name) + ";");
            item.setGraphic(swatch);
            item.setOnAction(_ -> document.perform(change.apply(name)));
            colours.getItems().add(item);
        }
        return colours;
    }

    /// Items for those actions that are possible now; null for a line between.
    private List<MenuItem> actions(@org.jspecify.annotations.Nullable Action... wanted) {
        List<MenuItem> items = new ArrayList<>();
        for (Action action : wanted) {
            if (action == null) {
                items.add(new SeparatorMenuItem());
            } else if (services.actions().possibleProperty(action).get()) {
                MenuItem item = new MenuItem(action.title());
                services.keys().key(action).ifPresent(item::setAccelerator);
                item.setOnAction(_ -> services.actions().perform(action));
                items.add(item);
            }
        }
        return items;
    }
}
