package dev.weft.editor.window;

import com.google.inject.Inject;
import dev.weft.editor.document.Document;
import dev.weft.editor.window.DocumentPage.Kind;
import dev.weft.editor.window.Panel.Place;
import dev.weft.editor.workspace.Workspace;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The middle of the window: the page of the active document, or what lies over it.
@com.google.inject.Singleton
final class PageArea extends StackPane {
    private final Workspace workspace;
    private final WindowControl control;
    private final Panels panels;
    private final Map<Kind, DocumentPage.Factory> factories;
    private final Map<UUID, Map<Kind, DocumentPage>> pages = new HashMap<>();
    private Optional<DocumentPage> shown = Optional.empty();

    @Inject
    PageArea(Workspace workspace, WindowControl control, Panels panels, Map<Kind, DocumentPage.Factory> factories) {
        this.workspace = workspace;
        this.control = control;
        this.panels = panels;
        this.factories = factories;
        getStyleClass().add("pages");
        setMinSize(0, 0);
        workspace.documents().addListener((ListChangeListener<Document>) _ -> forgetClosed());
        workspace.activeProperty().subscribe(this::show);
        control.pageProperty().subscribe(this::show);
        control.wholeProperty().subscribe(this::show);
        show();
    }

    private void show() {
        Optional<Panel> whole = control.wholeProperty().get().flatMap(id -> panels.find(Place.PAGE, id));
        Optional<DocumentPage> page =
                whole.isPresent() ? Optional.empty() : workspace.active().flatMap(this::page);
        if (!page.equals(shown)) {
            shown.ifPresent(DocumentPage::hidden);
        }
        Optional<Node> content = whole.map(panels::content)
                .or(() -> page.map(DocumentPage::region))
                .or(this::start);
        getChildren().setAll(content.stream().toList());
        if (!page.equals(shown)) {
            shown = page;
            page.ifPresent(DocumentPage::shown);
        }
    }

    private Optional<Node> start() {
        return workspace.active().isPresent()
                ? Optional.empty()
                : panels.in(Place.START).stream().findFirst().map(panels::content);
    }

    private Optional<DocumentPage> page(Document document) {
        Kind kind = control.pageProperty().get();
        DocumentPage.Factory factory = factories.get(kind);
        if (factory == null) {
            return Optional.empty();
        }
        return Optional.of(pages.computeIfAbsent(document.id(), _ -> new EnumMap<>(Kind.class))
                .computeIfAbsent(kind, _ -> factory.open(document)));
    }

    private void forgetClosed() {
        List<UUID> open = workspace.documents().stream().map(Document::id).toList();
        for (UUID closed : List.copyOf(pages.keySet())) {
            if (!open.contains(closed)) {
                for (DocumentPage page :
                        Objects.requireNonNull(pages.remove(closed)).values()) {
                    if (shown.equals(Optional.of(page))) {
                        page.hidden();
                        shown = Optional.empty();
                        getChildren().clear();
                    }
                    page.close();
                }
            }
        }
    }
}
