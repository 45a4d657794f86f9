package dev.weft.editor.tour;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.window.WindowControl;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Goes through the window in steps. Starts by itself the first time, unless a document is open.
@Singleton
final class Tour {
    private static final double GAP = 16;
    private static final List<Step> STEPS = List.of(
            new Step("nodes", ".sidebar", Step.Side.RIGHT),
            new Step("start", ".pages", Step.Side.INSIDE),
            new Step("pages", ".segments", Step.Side.BELOW),
            new Step("run", ".split", Step.Side.BELOW));

    private final WindowControl control;
    private final Preferences preferences;
    private final Pane layer = new Pane();
    private final Region ring = new Region();
    private int at;

    @Inject
    Tour(Actions actions, WindowControl control, Preferences preferences) {
        this.control = control;
        this.preferences = preferences;
        ring.getStyleClass().add("tour-ring");
        ring.setMouseTransparent(true);
        ring.setManaged(false);
        layer.setPickOnBounds(false);
        layer.setId("tour");
        layer.widthProperty().subscribe(this::place);
        layer.heightProperty().subscribe(this::place);
        actions.handle(Action.SHOW_TOUR, this::begin);
        control.overlay().sceneProperty().subscribe(scene -> {
            if (scene != null) {
                Platform.runLater(this::greet);
            }
        });
    }

    private void greet() {
        boolean started = Optional.ofNullable(control.overlay().getScene())
                .map(scene -> scene.lookup(".start-page"))
                .isPresent();
        if (started
                && !preferences.tourSeenProperty().get()
                && !control.modalProperty().get()) {
            begin();
        }
    }

    private void begin() {
        control.wholeProperty().set(Optional.empty());
        control.sidebarProperty().set(true);
        at = 0;
        control.lay(layer);
        show();
    }

    private void show() {
        layer.getChildren().setAll(ring, new TourCard(STEPS.get(at), at + 1, STEPS.size(), this::next, this::end));
        place();
        Platform.runLater(this::place);
    }

    private void next() {
        at++;
        if (at == STEPS.size()) {
            end();
        } else {
            show();
        }
    }

    private void end() {
        preferences.tourSeenProperty().set(true);
        control.lift(layer);
    }

    private void place() {
        if (layer.getChildren().size() < 2 || layer.getScene() == null) {
            return;
        }
        Step step = STEPS.get(at);
        Node part = layer.getScene().lookup(step.selector());
        if (part == null) {
            return;
        }
        Bounds bounds = layer.sceneToLocal(part.localToScene(part.getBoundsInLocal()));
        ring.resizeRelocate(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
        Region card = (Region) layer.getChildren().get(1);
        card.autosize();
        double x = switch (step.side()) {
            case RIGHT -> bounds.getMaxX() + GAP;
            case INSIDE -> bounds.getCenterX() - card.getWidth() / 2;
            case BELOW -> bounds.getMaxX() - card.getWidth();
        };
        double y = switch (step.side()) {
            case RIGHT, INSIDE -> bounds.getMaxY() - card.getHeight() - 4 * GAP;
            case BELOW -> bounds.getMaxY() + GAP;
        };
        card.relocate(
                Math.round(Math.max(GAP, Math.min(x, layer.getWidth() - card.getWidth() - GAP))),
                Math.round(Math.max(GAP, y)));
    }
}
