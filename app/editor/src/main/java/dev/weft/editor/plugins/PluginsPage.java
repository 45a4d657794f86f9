package dev.weft.editor.plugins;

import com.google.inject.Inject;
import dev.weft.editor.plugins.PluginCard.Section;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.WindowControl;
import dev.weft.runtime.Installation;
import java.awt.Desktop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The page that shows plugins.
final class PluginsPage extends StackPane {
    private static final Texts TEXTS = Texts.of(PluginsPage.class);
    private static final double WIDTH = 752;

    private final PluginChoices choices;
    private final Path folder;
    private final TextField field = new TextField();
    private final HBox filters = new HBox();
    private final VBox sections = new VBox();
    private final Set<String> opened = new HashSet<>();
    private Optional<Section> only = Optional.empty();

    @Inject
    PluginsPage(PluginChoices choices, Installation installation, WindowControl control) {
        this.choices = choices;
        this.folder = installation.data().resolve("plugins");
        getStyleClass().add("plugins-page");
        setId("plugins-page");
        sections.getStyleClass().add("plugin-sections");
        Label hint = new Label(TEXTS.get("hint", folder.toString()));
        hint.getStyleClass().addAll("body", "text-2", "wrap");
        VBox page = new VBox(head(control), hint, tools(), sections);
        page.getStyleClass().add("plugins-column");
        page.setMaxWidth(WIDTH);
        StackPane middle = new StackPane(page);
        ScrollPane scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().add(scroll);
        choices.cardsProperty().subscribe(_ -> fill());
        field.textProperty().subscribe(_ -> fill());
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                choices.refresh();
            }
        });
    }

    private HBox head(WindowControl control) {
        Label title = new Label(TEXTS.get("plugins"));
        title.getStyleClass().add("title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button reload = button("reload", "fltral-arrow-clockwise-20", choices::reload);
        reload.disableProperty().bind(choices.busyProperty());
        Button close = new Button();
        close.setGraphic(new FontIcon("fltral-dismiss-20"));
        close.getStyleClass().addAll("quiet", "icon-button");
        close.setId("plugins-close");
        close.setAccessibleText(TEXTS.get("close"));
        close.setOnAction(_ -> control.wholeProperty().set(Optional.empty()));
        HBox head =
                new HBox(title, gap, button("open_folder", "fltfal-folder-open-20", this::openFolder), reload, close);
        head.getStyleClass().add("plugins-head");
        return head;
    }

    private static Button button(String key, String icon, Runnable action) {
        Button button = new Button(TEXTS.get(key));
        button.setGraphic(new FontIcon(icon));
        button.setId("plugins-" + key.replace('_', '-'));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private HBox tools() {
        field.setPromptText(TEXTS.get("search"));
        field.setId("plugins-field");
        filters.getStyleClass().add("segments");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox tools = new HBox(field, gap, filters);
        tools.getStyleClass().add("plugins-tools");
        return tools;
    }

    private void fill() {
        List<PluginCard> cards = choices.cardsProperty().get().stream()
                .filter(card -> card.fits(field.getText()))
                .toList();
        fillFilters(cards);
        sections.getChildren().clear();
        for (Section section : Section.values()) {
            List<PluginCard> members =
                    cards.stream().filter(card -> card.section() == section).toList();
            if (!members.isEmpty() && (only.isEmpty() || only.get() == section)) {
                sections.getChildren().add(heading(section, members.size()));
                VBox box = new VBox();
                box.getStyleClass().addAll("card", "plugin-card", "plugin-card-" + key(section));
                members.forEach(card -> box.getChildren().add(new PluginCardView(card, choices, opened)));
                sections.getChildren().add(box);
            }
        }
        if (cards.isEmpty() && !field.getText().isBlank()) {
            Label none = new Label(TEXTS.get("none", field.getText().strip()));
            none.getStyleClass().add("text-3");
            sections.getChildren().add(none);
        }
    }

    private void fillFilters(List<PluginCard> cards) {
        filters.getChildren().setAll(filter(TEXTS.get("all"), Optional.empty()));
        for (Section section : Section.values()) {
            if (cards.stream().anyMatch(card -> card.section() == section)) {
                filters.getChildren().add(filter(TEXTS.get("section." + key(section)), Optional.of(section)));
            }
        }
    }

    private ToggleButton filter(String title, Optional<Section> section) {
        ToggleButton button = new ToggleButton(title);
        button.setSelected(only.equals(section));
        button.setId("plugins-filter-" + section.map(PluginsPage::key).orElse("all"));
        button.setOnAction(_ -> {
            only = section;
            fill();
        });
        return button;
    }

    private static HBox heading(Section section, int count) {
        Label title = new Label(TEXTS.get("section." + key(section)));
        title.getStyleClass().addAll("strong", "caption", "text-3");
        Label number = new Label(Integer.toString(count));
        number.getStyleClass().addAll("caption", "text-3");
        HBox heading = new HBox(title, number);
        heading.getStyleClass().add("plugin-heading");
        return heading;
    }

    private static String key(Section section) {
        return section.name().toLowerCase(Locale.ROOT);
    }

    /// In a thread of its own, as the system may take its time.
    private void openFolder() {
        Thread.ofPlatform().daemon().name("weft-folder").start(() -> {
            try {
                Files.createDirectories(folder);
                if (Desktop.isDesktopSupported()) {
                    Desktop.getDesktop().open(folder.toFile());
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the folder " + folder + " cannot be opened", e);
            }
        });
    }
}
