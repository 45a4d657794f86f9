package dev.weft.editor.plugins;

import dev.weft.editor.plugins.PluginCard.Section;
import dev.weft.editor.text.Texts;
import dev.weft.graph.NodeTypeId;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One plugin on the page: what it is, what became of it, and what can be chosen for it.
final class PluginCardView extends HBox {
    private static final Texts TEXTS = Texts.of(PluginCardView.class);

    /// @param opened ids of the plugins whose details are shown
    PluginCardView(PluginCard card, PluginChoices choices, Set<String> opened) {
        getStyleClass().add("plugin");
        setId("plugin-" + card.id());
        StackPane sign = new StackPane(new FontIcon(card.section().icon()));
        sign.getStyleClass().add("plugin-sign");
        VBox words = new VBox(head(card), sentence(card.sentence()), file(card));
        words.getStyleClass().add("plugin-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        Label details = details(card);
        show(details, opened.contains(card.id()));
        Hyperlink more = new Hyperlink(TEXTS.get(details.isVisible() ? "hide_details" : "details"));
        more.setId("plugin-details-" + card.id());
        more.setOnAction(_ -> {
            boolean open = !details.isVisible();
            show(details, open);
            more.setText(TEXTS.get(open ? "hide_details" : "details"));
            if (open) {
                opened.add(card.id());
            } else {
                opened.remove(card.id());
            }
        });
        ((HBox) words.getChildren().getLast()).getChildren().add(more);
        words.getChildren().add(details);
        HBox buttons = buttons(card, choices);
        buttons.disableProperty().bind(choices.busyProperty());
        getChildren().addAll(sign, words, buttons);
    }

    private static HBox head(PluginCard card) {
        Label title = new Label(card.title());
        title.getStyleClass().addAll("strong", "body");
        Label version = new Label(card.version());
        version.getStyleClass().addAll("mono", "text-3");
        Label pill = new Label(TEXTS.get("pill." + card.section().name().toLowerCase(Locale.ROOT)));
        pill.getStyleClass().addAll("pill", card.section().look());
        if (card.section() == Section.LOADED) {
            pill.setGraphic(new FontIcon("fltral-checkmark-20"));
        } else if (card.section() == Section.REJECTED || card.section() == Section.FAILED) {
            pill.setGraphic(new FontIcon("fltral-dismiss-16"));
        }
        HBox head = new HBox(title, version, pill);
        head.getStyleClass().add("plugin-head");
        return head;
    }

    private static Label sentence(String words) {
        Label sentence = new Label(words);
        sentence.getStyleClass().addAll("wrap", "text-2");
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        return sentence;
    }

    private static HBox file(PluginCard card) {
        HBox line = new HBox();
        line.getStyleClass().add("plugin-file");
        if (!card.own()) {
            Label name = new Label(String.valueOf(card.origin().source().getFileName()));
            name.getStyleClass().addAll("caption", "text-3");
            line.getChildren().add(name);
            card.shortHash().ifPresent(hash -> {
                Label label = new Label(TEXTS.get("hash") + " " + hash);
                label.getStyleClass().addAll("mono", "text-3");
                line.getChildren().add(label);
            });
        }
        return line;
    }

    private static Label details(PluginCard card) {
        String types = card.nodeTypes().stream().map(NodeTypeId::toString).collect(Collectors.joining("\n"));
        String hash = card.origin()
                .sha256()
                .map(each -> TEXTS.get("hash") + " " + each + "\n")
                .orElse("");
        Label details = new Label(card.origin().source() + "\n" + hash + types);
        details.getStyleClass().addAll("mono", "wrap", "text-2", "plugin-details");
        details.setMinHeight(Region.USE_PREF_SIZE);
        return details;
    }

    private static void show(Label details, boolean visible) {
        details.setVisible(visible);
        details.setManaged(visible);
    }

    private static HBox buttons(PluginCard card, PluginChoices choices) {
        HBox buttons = new HBox();
        buttons.getStyleClass().add("plugin-buttons");
        switch (card.section()) {
            case WAITING -> {
                buttons.getChildren()
                        .add(button(TEXTS.get("keep_off"), "keep-off-" + card.id(), () -> choices.keepOff(card)));
                Button allow = button(TEXTS.get("allow"), "allow-" + card.id(), () -> choices.allow(card));
                allow.getStyleClass().add("primary");
                buttons.getChildren().add(allow);
            }
            case OFF ->
                buttons.getChildren().add(button(TEXTS.get("allow"), "allow-" + card.id(), () -> choices.allow(card)));
            case LOADED -> {
                if (!card.own()) {
                    CheckBox on = new CheckBox();
                    on.setSelected(true);
                    on.getStyleClass().add("switch");
                    on.setId("switch-" + card.id());
                    on.setAccessibleText(TEXTS.get("switch_off"));
                    on.setOnAction(_ -> choices.keepOff(card));
                    buttons.getChildren().add(on);
                }
            }
            case REJECTED, FAILED ->
                buttons.getChildren().add(button(TEXTS.get("copy_report"), "report-" + card.id(), () -> copy(card)));
        }
        return buttons;
    }

    private static Button button(String title, String id, Runnable action) {
        Button button = new Button(title);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static void copy(PluginCard card) {
        ClipboardContent content = new ClipboardContent();
        content.putString(card.id() + " " + card.version() + "\n" + card.sentence() + "\n"
                + card.origin().source() + "\n" + card.origin().sha256().orElse("") + "\n");
        Clipboard.getSystemClipboard().setContent(content);
    }
}
