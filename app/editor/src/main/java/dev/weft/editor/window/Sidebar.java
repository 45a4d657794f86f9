package dev.weft.editor.window;

import com.google.inject.Inject;
import dev.weft.editor.window.Panel.Place;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/// The sidebar at the left with its tabs.
@com.google.inject.Singleton
final class Sidebar extends BorderPane {
    private final List<Panel> panels;
    private final Panels contents;
    private final SideTabs tabs;

    @Inject
    Sidebar(Panels panels, WindowControl control) {
        this.contents = panels;
        this.panels = panels.in(Place.SIDEBAR);
        tabs = new SideTabs(this.panels, "side-tabs", control.sidebarTabProperty()::set);
        getStyleClass().add("sidebar");
        setTop(tabs);
        control.sidebarTabProperty().subscribe(this::show);
    }

    private void show(String id) {
        Optional<Panel> shown = panels.stream()
                .filter(panel -> panel.id().equals(id))
                .findFirst()
                .or(() -> panels.stream().findFirst());
        shown.ifPresent(panel -> {
            tabs.select(panel.id());
            Node content = contents.content(panel);
            setCenter(content);
        });
    }
}
