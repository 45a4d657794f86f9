package dev.weft.editor.window;

import com.google.inject.Inject;
import dev.weft.editor.action.Action;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.text.Texts;
import dev.weft.editor.theme.Measures;
import dev.weft.editor.window.Panel.Place;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bar at the top: mark, commands and menu, tabs, undo and redo, pages, run, plugins and settings.
@com.google.inject.Singleton
final class TopBar extends HBox {
    private static final Texts TEXTS = Texts.of(TopBar.class);

    @Inject
    TopBar(
            TabStrip tabs,
            PageSwitch pages,
            RunButton run,
            Panels panels,
            MainMenu menu,
            ActionButtons buttons,
            Preferences preferences) {
        getStyleClass().add("top-bar");
        setMinHeight(Measures.TOP_BAR);
        setMaxHeight(Measures.TOP_BAR);
        HBox.setHgrow(tabs, Priority.ALWAYS);
        tabs.setFillHeight(true);
        getChildren().addAll(brand(menu, buttons, preferences), tabs, tools(pages, run, panels, buttons));
    }

    private static HBox brand(MainMenu menu, ActionButtons buttons, Preferences preferences) {
        Label name = new Label(TEXTS.get("brand"));
        name.getStyleClass().add("brand-name");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button search = buttons.icon(Action.COMMANDS);
        Button more = new Button();
        more.setGraphic(new FontIcon("fltrmz-navigation-20"));
        more.getStyleClass().addAll("quiet", "icon-button");
        more.setId("menu");
        more.setAccessibleText(TEXTS.get("menu"));
        more.setTooltip(new Tooltip(TEXTS.get("menu")));
        more.setOnAction(_ -> menu.all().show(more, Side.BOTTOM, 0, 4));
        HBox side = new HBox(search, more);
        side.getStyleClass().add("brand-buttons");
        side.setAlignment(javafx.geometry.Pos.CENTER);
        HBox brand = new HBox(new Mark(), name, gap, side);
        brand.getStyleClass().add("brand");
        brand.minWidthProperty().bind(preferences.sidebarWidthProperty());
        brand.prefWidthProperty().bind(preferences.sidebarWidthProperty());
        brand.maxWidthProperty().bind(preferences.sidebarWidthProperty());
        return brand;
    }

    private static HBox tools(PageSwitch pages, RunButton run, Panels panels, ActionButtons buttons) {
        HBox tools = new HBox();
        tools.getStyleClass().add("tools");
        tools.setMinWidth(USE_PREF_SIZE);
        Region line = new Region();
        line.getStyleClass().add("rule-upright");
        line.setMinHeight(20);
        line.setMaxHeight(20);
        tools.getChildren().addAll(buttons.icon(Action.UNDO), buttons.icon(Action.REDO), pages);
        panels.in(Place.TOP_BAR).forEach(panel -> tools.getChildren().add(panels.content(panel)));
        tools.getChildren().addAll(run, line, buttons.icon(Action.SHOW_PLUGINS), buttons.icon(Action.SHOW_SETTINGS));
        return tools;
    }
}
