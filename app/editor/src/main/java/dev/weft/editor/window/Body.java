package dev.weft.editor.window;

import com.google.inject.Inject;
import dev.weft.editor.action.Action;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.theme.Measures;
import dev.weft.editor.window.DocumentPage.Kind;
import dev.weft.editor.workspace.Workspace;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// What lies between top bar and status bar: sidebar, page, bottom panel and drawer. In a narrow window the
/// drawer lies
/// over the page instead of beside it.
@com.google.inject.Singleton
final class Body extends Pane {
    private static final double NARROWEST_SIDEBAR = 176;
    private static final double WIDEST_SIDEBAR = 320;
    private static final double CLOSES_SIDEBAR = 96;
    private static final double LOWEST_BOTTOM = 96;
    private static final double HIGHEST_BOTTOM = 480;
    private static final double DRAWER_BESIDE_FROM = 1280;
    private static final double DIVIDER = 6;
    private static final double BUTTON_INSET = 16;

    private final Sidebar sidebar;
    private final PageArea pages;
    private final Drawer drawer;
    private final BottomPanel bottom;
    private final WindowControl control;
    private final Preferences preferences;
    private final Workspace workspace;
    private final Divider side;
    private final Divider base;
    private final Button showSidebar;

    @Inject
    Body(
            Sidebar sidebar,
            PageArea pages,
            Drawer drawer,
            BottomPanel bottom,
            WindowControl control,
            Workspace workspace,
            Preferences preferences,
            ActionButtons buttons) {
        this.sidebar = sidebar;
        this.pages = pages;
        this.drawer = drawer;
        this.bottom = bottom;
        this.control = control;
        this.workspace = workspace;
        this.preferences = preferences;
        side = new Divider(false, x -> dragSide(sceneToLocal(x, 0).getX()));
        base = new Divider(true, y -> dragBase(getHeight() - sceneToLocal(0, y).getY()));
        showSidebar = buttons.icon(Action.SHOW_SIDEBAR, "fltrmz-pane-open-20");
        showSidebar.getStyleClass().add("show-sidebar");
        getChildren().addAll(pages, showSidebar, bottom, sidebar, base, side, drawer);
        InvalidationListener layout = _ -> requestLayout();
        control.sidebarProperty().addListener(layout);
        control.pageProperty().addListener(layout);
        control.wholeProperty().addListener(layout);
        control.drawerProperty().addListener(layout);
        control.bottomProperty().addListener(layout);
        workspace.activeProperty().addListener(layout);
        preferences.sidebarWidthProperty().addListener(layout);
        preferences.bottomHeightProperty().addListener(layout);
    }

    private void dragSide(double x) {
        if (x < CLOSES_SIDEBAR) {
            control.sidebarProperty().set(false);
            return;
        }
        control.sidebarProperty().set(true);
        preferences.sidebarWidthProperty().set(Math.clamp(x, NARROWEST_SIDEBAR, WIDEST_SIDEBAR));
    }

    private void dragBase(double height) {
        preferences.bottomHeightProperty().set(Math.clamp(height, LOWEST_BOTTOM, HIGHEST_BOTTOM));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        boolean whole = control.wholeProperty().get().isPresent();
        boolean graph = !whole
                && (control.pageProperty().get() == Kind.GRAPH
                        || workspace.active().isEmpty());
        boolean open = graph && control.sidebarProperty().get();
        double left = open ? preferences.sidebarWidthProperty().get() : 0;
        place(sidebar, open, 0, 0, left, height);
        place(side, open, left - DIVIDER / 2, 0, DIVIDER, height);
        double drawerWidth = drawer.isVisible() ? Math.min(drawer.wantedWidth(), width - 64) : 0;
        boolean over = width < DRAWER_BESIDE_FROM;
        drawer.getStyleClass().remove("over");
        if (over) {
            drawer.getStyleClass().add("over");
        }
        drawer.resizeRelocate(width - drawerWidth, 0, drawerWidth, height);
        double right = over ? width : width - drawerWidth;
        double low =
                bottom.isVisible() ? Math.min(preferences.bottomHeightProperty().get(), height - LOWEST_BOTTOM) : 0;
        bottom.resizeRelocate(left, height - low, right - left, low);
        place(base, bottom.isVisible(), left, height - low - DIVIDER / 2, right - left, DIVIDER);
        pages.resizeRelocate(left, 0, right - left, height - low);
        showSidebar.setVisible(graph && !open && workspace.active().isPresent());
        showSidebar.autosize();
        showSidebar.relocate(BUTTON_INSET, BUTTON_INSET);
    }

    private static void place(Region part, boolean shown, double x, double y, double width, double height) {
        part.setVisible(shown);
        part.resizeRelocate(x, y, width, height);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Measures.MINIMUM_WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Measures.MINIMUM_HEIGHT;
    }
}
