package dev.weft.editor.window;

import com.google.inject.Inject;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.action.KeyBindings;
import dev.weft.editor.document.Document;
import dev.weft.editor.text.Texts;
import dev.weft.editor.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/// The menus, in which every action can be found.
public final class MainMenu {
    private static final Texts TEXTS = Texts.of(MainMenu.class);

    /// Menus by the key of their title; nothing stands for a line between items.
    private static final List<Entry> MENUS = List.of(
            new Entry(
                    "menu_file",
                    List.of(
                            List.of(Action.NEW, Action.OPEN, Action.TEMPLATES),
                            List.of(Action.SAVE, Action.SAVE_AS),
                            List.of(Action.CLOSE_TAB, Action.QUIT))),
            new Entry(
                    "menu_edit",
                    List.of(
                            List.of(Action.UNDO, Action.REDO),
                            List.of(
                                    Action.CUT,
                                    Action.COPY,
                                    Action.PASTE,
                                    Action.PASTE_WITH_WIRES,
                                    Action.DUPLICATE,
                                    Action.DELETE),
                            List.of(Action.SELECT_ALL, Action.SELECT_NONE, Action.FIND_IN_GRAPH, Action.GO_TO_NODE))),
            new Entry(
                    "menu_node",
                    List.of(
                            List.of(Action.ADD_NODE, Action.NOTE, Action.RENAME),
                            List.of(Action.MUTE, Action.BYPASS, Action.COLLAPSE, Action.PIN, Action.GROUP),
                            List.of(
                                    Action.MAKE_SUBGRAPH,
                                    Action.ENTER_SUBGRAPH,
                                    Action.LEAVE_SUBGRAPH,
                                    Action.UNPACK_SUBGRAPH),
                            List.of(Action.ARRANGE))),
            new Entry(
                    "menu_view",
                    List.of(
                            List.of(Action.SHOW_GRAPH, Action.SHOW_GALLERY),
                            List.of(
                                    Action.FIT,
                                    Action.ZOOM_IN,
                                    Action.ZOOM_OUT,
                                    Action.ZOOM_RESET,
                                    Action.MINIMAP,
                                    Action.FULL_SCREEN),
                            List.of(
                                    Action.SHOW_SIDEBAR,
                                    Action.SHOW_QUEUE,
                                    Action.SHOW_PROBLEMS,
                                    Action.SHOW_LOG,
                                    Action.SHOW_PLUGINS,
                                    Action.SHOW_SETTINGS),
                            List.of(Action.NEXT_TAB, Action.PREVIOUS_TAB, Action.NEXT_REGION, Action.PREVIOUS_REGION))),
            new Entry(
                    "menu_run",
                    List.of(
                            List.of(Action.RUN, Action.RUN_FRONT, Action.RUN_TO_HERE, Action.AUTO_RUN),
                            List.of(Action.CANCEL, Action.PAUSE_QUEUE, Action.CLEAR_QUEUE),
                            List.of(Action.FREE_MODELS, Action.RELOAD))),
            new Entry("menu_help", List.of(List.of(Action.COMMANDS, Action.SHOW_KEYS, Action.SHOW_TOUR))));

    /// The ways to run, for the button beside the run button.
    private static final List<List<Action>> RUN = List.of(
            List.of(Action.RUN, Action.RUN_FRONT, Action.RUN_TO_HERE, Action.AUTO_RUN),
            List.of(Action.CANCEL, Action.PAUSE_QUEUE, Action.CLEAR_QUEUE));

    private record Entry(String title, List<List<Action>> sections) {}

    private final Actions actions;
    private final KeyBindings keys;
    private final Workspace workspace;

    @Inject
    MainMenu(Actions actions, KeyBindings keys, Workspace workspace) {
        this.actions = actions;
        this.keys = keys;
        this.workspace = workspace;
    }

    /// The menu with all actions, as things are now.
    public ContextMenu all() {
        ContextMenu menu = new ContextMenu();
        for (Entry entry : MENUS) {
            Menu part = new Menu(TEXTS.get(entry.title()));
            part.getItems().addAll(items(entry.sections()));
            menu.getItems().add(part);
        }
        return menu;
    }

    /// The menu with the ways to run.
    ContextMenu run() {
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(items(RUN));
        return menu;
    }

    /// Every action that stands in a menu.
    static List<Action> actions() {
        return MENUS.stream()
                .flatMap(entry -> entry.sections().stream())
                .flatMap(List::stream)
                .toList();
    }

    private List<MenuItem> items(List<List<Action>> sections) {
        List<MenuItem> items = new ArrayList<>();
        for (List<Action> section : sections) {
            if (!items.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            section.forEach(action -> items.add(item(action)));
        }
        return items;
    }

    /// An item that asks for an action.
    public MenuItem item(Action action) {
        MenuItem item = new MenuItem(title(action));
        action.icon().ifPresent(literal -> item.setGraphic(new FontIcon(literal)));
        keys.key(action).ifPresent(item::setAccelerator);
        item.setDisable(!actions.possibleProperty(action).get());
        item.setOnAction(_ -> actions.perform(action));
        return item;
    }

    private String title(Action action) {
        return switch (action) {
            case UNDO -> named("undo", action, Document::undoNameProperty);
            case REDO -> named("redo", action, Document::redoNameProperty);
            default -> action.title();
        };
    }

    private String named(String key, Action action, Function<Document, ReadOnlyStringProperty> name) {
        Optional<String> edit = workspace.active().map(name).map(ReadOnlyStringProperty::get);
        return edit.filter(text -> !text.isEmpty())
                .map(text -> TEXTS.get(key, text))
                .orElseGet(action::title);
    }
}
