package dev.weft.editor.settings;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Drawer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The settings: sections one below the other, a list of them at the left to go there, and a search in the
/// head.
@Singleton
final class SettingsDrawer {
    private static final Texts TEXTS = Texts.of(SettingsDrawer.class);
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double WIDTH = 664;

    private final List<Section> sections;
    private final Map<String, Button> links = new LinkedHashMap<>();
    private final VBox column = new VBox();
    private final ScrollPane scroll = new ScrollPane(column);
    private final HBox content = new HBox();

    @Inject
    SettingsDrawer(LookSettings look, CanvasSettings canvas, KeySettings keys, FileSettings files) {
        sections = List.of(
                look.section(), canvas.section(), canvas.running(), keys.section(), files.section(), files.about());
        VBox nav = new VBox();
        nav.getStyleClass().add("settings-nav");
        for (Section section : sections) {
            Button link = new Button(section.title(), new FontIcon(section.icon()));
            link.getStyleClass().setAll("button", "settings-link");
            link.setId("settings-" + section.id());
            link.setMaxWidth(Double.MAX_VALUE);
            link.setOnAction(_ -> go(section.id()));
            links.put(section.id(), link);
            nav.getChildren().add(link);
        }
        column.getStyleClass().add("settings");
        column.getChildren().setAll(sections);
        scroll.setFitToWidth(true);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        content.getChildren().addAll(nav, scroll);
        content.setPrefWidth(WIDTH);
        content.getProperties().put(Drawer.HEAD, search());
        scroll.vvalueProperty().subscribe(_ -> mark());
        filter("");
    }

    Node content() {
        return content;
    }

    private HBox search() {
        TextField field = new TextField();
        field.setPromptText(TEXTS.get("find"));
        field.setAccessibleText(TEXTS.get("find"));
        field.setId("find-setting");
        field.textProperty().subscribe(this::filter);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox box = new HBox(new FontIcon("fltrmz-search-20"), field);
        box.getStyleClass().add("search-field");
        box.setPrefWidth(208);
        return box;
    }

    private void filter(String typed) {
        boolean first = true;
        for (Section section : sections) {
            if (section.filter(typed, first)) {
                first = false;
            }
        }
    }

    /// Scrolls to a section.
    void go(String id) {
        content.applyCss();
        content.layout();
        double room = column.getHeight() - scroll.getViewportBounds().getHeight();
        sections.stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .ifPresent(section -> scroll.setVvalue(
                        room <= 0 ? 0 : Math.clamp(section.getBoundsInParent().getMinY() / room, 0, 1)));
        mark(id);
    }

    private void mark() {
        double top = scroll.getVvalue()
                * (column.getHeight() - scroll.getViewportBounds().getHeight());
        sections.stream()
                .filter(Node::isVisible)
                .filter(section -> section.getBoundsInParent().getMaxY() > top + 24)
                .findFirst()
                .ifPresent(section -> mark(section.id()));
    }

    private void mark(String id) {
        links.forEach((name, link) -> link.pseudoClassStateChanged(SELECTED, name.equals(id)));
    }
}
