package dev.weft.editor.search;

import com.google.inject.Inject;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.text.Texts;
import dev.weft.graph.types.NodeSignature;
import dev.weft.runtime.WeftRuntime;
import dev.weft.runtime.plugin.PluginStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The sidebar tab that lists all node types by category.
final class Library extends BorderPane {
    private static final Texts TEXTS = Texts.of(Library.class);
    private static final String RECENT = "";
    private static final int MOST_RECENT = 5;

    private final PlaceableTypes types;
    private final LibraryRows rows;
    private final WeftRuntime runtime;
    private final Actions actions;
    private final TextField field = new TextField();
    private final VBox sections = new VBox();
    private final Set<String> folded = new HashSet<>();

    @Inject
    Library(PlaceableTypes types, LibraryRows rows, WeftRuntime runtime, Preferences preferences, Actions actions) {
        this.types = types;
        this.rows = rows;
        this.runtime = runtime;
        this.actions = actions;
        getStyleClass().add("library");
        setId("library");
        sections.getStyleClass().add("library-sections");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        setTop(search());
        setCenter(scroll);
        field.textProperty().subscribe(_ -> fill());
        preferences.recentNodeTypes().addListener((InvalidationListener) _ -> fill());
    }

    private HBox search() {
        field.setPromptText(TEXTS.get("search"));
        field.setId("library-field");
        field.getStyleClass().add("bare");
        HBox.setHgrow(field, Priority.ALWAYS);
        Label key = new Label(TEXTS.get("key_tab"));
        key.getStyleClass().add("key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(new FontIcon("fltrmz-search-20"), field, key);
        box.getStyleClass().add("library-search");
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox top = new HBox(box);
        top.getStyleClass().add("library-top");
        return top;
    }

    private void fill() {
        TypeSearch search = types.search();
        sections.getChildren().clear();
        List<NodeSignature> all = types.all();
        String typed = field.getText();
        if (typed.isBlank()) {
            section(RECENT, TEXTS.get("library_recent"), signatures(search.used(Optional.empty(), MOST_RECENT)));
            byCategory(all).forEach((category, members) -> section(category, Categories.title(category), members));
        } else {
            List<FoundType> found = search.find(typed, Optional.empty());
            signatures(found).forEach(type -> sections.getChildren().add(rows.row(type)));
            if (found.isEmpty()) {
                Label nothing = new Label(TEXTS.get("library_none", typed.strip()));
                nothing.getStyleClass().addAll("wrap", "text-3", "library-nothing");
                sections.getChildren().add(nothing);
            }
        }
        setBottom(foot(all));
    }

    private static List<NodeSignature> signatures(List<FoundType> found) {
        return found.stream().map(FoundType::type).toList();
    }

    private static Map<String, List<NodeSignature>> byCategory(List<NodeSignature> all) {
        Map<String, List<NodeSignature>> categories =
                new TreeMap<>(Comparator.comparingInt(Categories::order).thenComparing(Comparator.naturalOrder()));
        for (NodeSignature type : all) {
            categories.computeIfAbsent(type.category(), _ -> new ArrayList<>()).add(type);
        }
        categories.values().forEach(members -> members.sort(Comparator.comparing(NodeSignature::title)));
        return categories;
    }

    private void section(String id, String title, List<NodeSignature> members) {
        if (members.isEmpty()) {
            return;
        }
        boolean open = !folded.contains(id);
        Button head = new Button(title);
        head.setGraphic(new FontIcon(open ? "fltral-chevron-down-16" : "fltral-chevron-right-16"));
        head.getStyleClass().add("library-head");
        head.setId("library-section-" + (id.isEmpty() ? "recent" : id));
        head.setMaxWidth(Double.MAX_VALUE);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(head, Priority.ALWAYS);
        head.setOnAction(_ -> {
            if (!folded.remove(id)) {
                folded.add(id);
            }
            fill();
        });
        HBox line = new HBox(head);
        line.setAlignment(Pos.CENTER_LEFT);
        if (!open) {
            Label count = new Label(Integer.toString(members.size()));
            count.getStyleClass().addAll("caption", "text-3", "library-count");
            line.getChildren().add(count);
        }
        sections.getChildren().add(line);
        if (open) {
            members.forEach(type -> sections.getChildren().add(rows.row(type)));
        }
    }

    private HBox foot(List<NodeSignature> all) {
        long plugins = runtime.plugins().stream()
                .filter(PluginStatus.Loaded.class::isInstance)
                .count();
        String types = TEXTS.get("library_types", all.size());
        Label counts = new Label(TEXTS.get(
                "library_counts",
                types,
                plugins == 1 ? TEXTS.get("library_one_plugin") : TEXTS.get("library_plugins", plugins)));
        counts.getStyleClass().add("text-3");
        Button open = new Button();
        open.setGraphic(new FontIcon("fltral-extension-20"));
        open.getStyleClass().addAll("quiet", "icon-button", "small");
        open.setAccessibleText(TEXTS.get("library_open_plugins"));
        open.setTooltip(new Tooltip(TEXTS.get("library_open_plugins")));
        open.setOnAction(_ -> actions.perform(Action.SHOW_PLUGINS));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(counts, gap, open);
        foot.getStyleClass().add("library-foot");
        return foot;
    }
}
