package dev.weft.editor.start;

import com.google.inject.Inject;
import dev.weft.editor.text.Texts;
import dev.weft.editor.workspace.DocumentOpener;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The tab of the sidebar that lists all templates. A double click opens one.
final class TemplatesTab {
    private static final Texts TEXTS = Texts.of(TemplatesTab.class);

    private final Templates templates;
    private final DocumentOpener opener;
    private final List<TemplateCard> cards = new ArrayList<>();

    @Inject
    TemplatesTab(Templates templates, DocumentOpener opener) {
        this.templates = templates;
        this.opener = opener;
    }

    Node content() {
        VBox list = new VBox();
        list.getStyleClass().add("templates-list");
        for (Template template : templates.all()) {
            TemplateCard card =
                    new TemplateCard(template, false, () -> choose(template), () -> opener.openCopy(template.file()));
            card.setId("listed-" + template.id());
            cards.add(card);
            list.getChildren().add(card);
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        BorderPane pane = new BorderPane(scroll);
        pane.setTop(search());
        return pane;
    }

    private HBox search() {
        TextField field = new TextField();
        field.setPromptText(TEXTS.get("find_template"));
        field.setAccessibleText(TEXTS.get("find_template"));
        field.setId("find-template");
        field.textProperty().subscribe(this::filter);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox box = new HBox(new FontIcon("fltrmz-search-20"), field);
        box.getStyleClass().add("search-field");
        BorderPane.setMargin(box, new javafx.geometry.Insets(8));
        return box;
    }

    private void filter(String typed) {
        String wanted = typed.toLowerCase(Locale.getDefault());
        for (TemplateCard card : cards) {
            boolean shown =
                    card.getAccessibleText().toLowerCase(Locale.getDefault()).contains(wanted);
            card.setVisible(shown);
            card.setManaged(shown);
        }
    }

    private void choose(Template template) {
        cards.forEach(card -> card.select(card.template().equals(template)));
    }
}
