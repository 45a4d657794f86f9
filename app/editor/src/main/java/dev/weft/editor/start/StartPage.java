package dev.weft.editor.start;

import com.google.inject.Inject;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.text.Texts;
import dev.weft.editor.workspace.DocumentOpener;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The page that is shown while no document is open.
final class StartPage {
    private static final Texts TEXTS = Texts.of(StartPage.class);
    private static final int CARDS = 4;
    private static final double WIDEST = 816;

    private final Templates templates;
    private final DocumentOpener opener;
    private final Actions actions;
    private final OpenColumn column;
    private final List<TemplateCard> cards = new ArrayList<>();
    private final Button open = new Button(TEXTS.get("open_template"));

    @Inject
    StartPage(Templates templates, DocumentOpener opener, Actions actions, OpenColumn column) {
        this.templates = templates;
        this.opener = opener;
        this.actions = actions;
        this.column = column;
    }

    Node content() {
        Label title = new Label(TEXTS.get("title"));
        title.getStyleClass().add("display");
        Label text = new Label(TEXTS.get("subtitle"));
        text.getStyleClass().addAll("body", "text-2", "wrap");
        VBox left = new VBox(title, text, grid(), buttons());
        left.getStyleClass().add("start-left");
        left.setMaxWidth(WIDEST);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox page = new HBox(left, column.content());
        page.getStyleClass().add("start-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private GridPane grid() {
        GridPane grid = new GridPane(16, 16);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        List<Template> shown = templates.all();
        for (int i = 0; i < Math.min(CARDS, shown.size()); i++) {
            Template template = shown.get(i);
            TemplateCard card =
                    new TemplateCard(template, i == 0, () -> choose(template), () -> opener.openCopy(template.file()));
            cards.add(card);
            grid.add(card, i % 2, i / 2);
        }
        shown.stream().findFirst().ifPresent(this::choose);
        return grid;
    }

    private void choose(Template template) {
        cards.forEach(card -> card.select(card.template().equals(template)));
        open.setOnAction(_ -> opener.openCopy(template.file()));
    }

    private HBox buttons() {
        open.getStyleClass().addAll("primary", "large");
        open.setId("open-template");
        open.setDisable(templates.all().isEmpty());
        Button empty = new Button(TEXTS.get("empty_canvas"));
        empty.getStyleClass().add("large");
        empty.setId("empty-canvas");
        empty.setOnAction(_ -> actions.perform(Action.NEW));
        Button all = new Button(
                TEXTS.get("all_templates", String.valueOf(templates.all().size())),
                new FontIcon("fltral-arrow-right-20"));
        all.setContentDisplay(ContentDisplay.RIGHT);
        all.getStyleClass().addAll("quiet", "large");
        all.setId("all-templates");
        all.setOnAction(_ -> actions.perform(Action.TEMPLATES));
        HBox buttons = new HBox(open, empty, all);
        buttons.getStyleClass().add("start-buttons");
        return buttons;
    }
}
