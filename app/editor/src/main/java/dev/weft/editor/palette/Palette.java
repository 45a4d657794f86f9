package dev.weft.editor.palette;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.action.KeyBindings;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.WindowControl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The list of commands over the window. Only those are listed that are possible now.
@Singleton
final class Palette {
    private static final Texts TEXTS = Texts.of(Palette.class);
    private static final int SHOWN = 10;
    private static final int RECENT = 8;

    private final Actions actions;
    private final KeyBindings keys;
    private final Preferences preferences;
    private final WindowControl control;
    private final TextField field = new TextField();
    private final VBox list = new VBox();
    private final StackPane layer = new StackPane();
    private List<Action> found = List.of();
    private int chosen;
    private Optional<Node> focusBefore = Optional.empty();

    @Inject
    Palette(Actions actions, KeyBindings keys, Preferences preferences, WindowControl control) {
        this.actions = actions;
        this.keys = keys;
        this.preferences = preferences;
        this.control = control;
        actions.handle(Action.COMMANDS, this::toggle);
        build();
    }

    private void build() {
        field.setPromptText(TEXTS.get("prompt"));
        field.setAccessibleText(TEXTS.get("prompt"));
        field.setId("palette-field");
        field.textProperty().subscribe(_ -> search());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox search = new HBox(new FontIcon("fltrmz-search-20"), field);
        search.getStyleClass().addAll("search-field", "palette-search");
        VBox card = new VBox(search, list);
        card.getStyleClass().addAll("popup-card", "palette");
        card.setMaxHeight(StackPane.USE_PREF_SIZE);
        layer.getStyleClass().add("palette-layer");
        layer.getChildren().add(card);
        layer.setId("palette");
        layer.setOnMousePressed(event -> {
            if (event.getTarget().equals(layer)) {
                close();
            }
        });
    }

    private void toggle() {
        if (layer.getParent() != null) {
            close();
            return;
        }
        focusBefore = Optional.ofNullable(control.overlay().getScene()).map(scene -> scene.getFocusOwner());
        field.clear();
        search();
        control.lay(layer);
        Platform.runLater(field::requestFocus);
    }

    private void close() {
        control.lift(layer);
        focusBefore.ifPresent(Node::requestFocus);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> {
                if (chosen < found.size()) {
                    perform(found.get(chosen));
                }
            }
            case DOWN -> choose(chosen + 1);
            case UP -> choose(chosen - 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void perform(Action action) {
        close();
        List<String> recent = new ArrayList<>(preferences.recentActions());
        recent.remove(action.name());
        recent.addFirst(action.name());
        preferences.recentActions().setAll(recent.subList(0, Math.min(RECENT, recent.size())));
        actions.perform(action);
    }

    private void search() {
        List<Action> possible = Arrays.stream(Action.values())
                .filter(action -> action != Action.COMMANDS
                        && actions.possibleProperty(action).get())
                .toList();
        List<Action> all = CommandSearch.find(field.getText(), possible, preferences.recentActions());
        found = all.subList(0, Math.min(SHOWN, all.size()));
        list.getChildren().setAll(found.stream().map(this::row).toList());
        if (found.isEmpty()) {
            Label nothing = new Label(TEXTS.get("nothing", field.getText()));
            nothing.getStyleClass().addAll("text-2", "palette-nothing");
            list.getChildren().add(nothing);
        }
        choose(0);
    }

    private void choose(int index) {
        if (found.isEmpty()) {
            return;
        }
        chosen = Math.floorMod(index, found.size());
        for (int i = 0; i < found.size(); i++) {
            list.getChildren().get(i).getStyleClass().remove("chosen");
        }
        list.getChildren().get(chosen).getStyleClass().add("chosen");
        field.setAccessibleHelp(found.get(chosen).title());
    }

    private HBox row(Action action) {
        FontIcon icon = new FontIcon(action.icon().orElse("fltral-chevron-right-16"));
        Label title = new Label(action.title());
        HBox gap = new HBox();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(icon, title, gap);
        for (String cap : keys.caps(action)) {
            Label key = new Label(cap);
            key.getStyleClass().add("key");
            row.getChildren().add(key);
        }
        row.getStyleClass().add("palette-row");
        row.setOnMouseMoved(_ -> choose(found.indexOf(action)));
        row.setOnMouseClicked(_ -> perform(action));
        return row;
    }
}
