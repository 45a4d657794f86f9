package dev.weft.editor.canvas;

import dev.weft.editor.canvas.board.Board;
import dev.weft.editor.canvas.model.Sight;
import dev.weft.editor.document.Document;
import dev.weft.editor.document.Edit;
import dev.weft.editor.edit.Places;
import dev.weft.graph.View;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.util.Duration;
import javafx.util.Subscription;

/// Keeps in the document what was last looked at, and looks there again when the document is opened.
final class SightMemory {
    private static final double MARGIN = 48;
    private static final Duration REST = Duration.millis(600);

    private final Document document;
    private final Board board;
    private final PauseTransition rest = new PauseTransition(REST);
    private final Subscription subscription;
    /// Views of this and other graphs of the document since it was opened, by their paths.
    private final Map<List<String>, Sight> sights = new HashMap<>();
    private List<String> path = List.of();
    private boolean recalled;

    SightMemory(Document document, Board board) {
        this.document = document;
        this.board = board;
        rest.setOnFinished(_ -> keep());
        subscription = board.sightProperty().subscribe(this::looked);
    }

    private void looked(Sight sight) {
        if (sight.width() <= 0) {
            return;
        }
        if (!recalled) {
            recalled = true;
            recall();
        } else {
            sights.put(path, sight);
            rest.playFromStart();
        }
    }

    /// The graph at a path is drawn now. If it was another before, its view comes back.
    void entered(List<String> now) {
        if (!now.equals(path)) {
            path = now;
            rest.stop();
            if (recalled) {
                recall();
            }
        }
    }

    /// Looks where the graph was last looked at, or at all of it.
    void recall() {
        Optional<View> view = document.graph().view();
        Sight sight = board.sight();
        Optional<Sight> last = Optional.ofNullable(sights.get(path));
        board.look(last.orElseGet(() -> view.map(kept -> at(sight, kept)).orElseGet(() -> all(sight))));
        rest.stop();
    }

    /// A sight of everything.
    Sight all(Sight sight) {
        return board.drawing()
                .around()
                .map(content -> sight.fitted(content, MARGIN))
                .orElse(new Sight(-sight.width() / 2, -sight.height() / 2, 1, sight.width(), sight.height()));
    }

    private static Sight at(Sight sight, View view) {
        double zoom = Math.clamp(view.zoom().approximate(), Sight.SMALLEST, Sight.LARGEST);
        return new Sight(0, 0, zoom, sight.width(), sight.height()).centred(Places.of(view.center()));
    }

    /// Keeps what is looked at now.
    void keep() {
        rest.stop();
        Sight sight = board.sight();
        if (!recalled || sight.width() <= 0) {
            return;
        }
        Point2D middle = sight.middle();
        JsonNumber zoom = JsonNumber.of(Math.round(sight.zoom() * 1000) / 1000.0);
        JsonObject extra = document.graph().view().map(View::extra).orElse(JsonObject.EMPTY);
        View view = new View(Places.position(middle), zoom, extra);
        if (!document.graph().view().equals(Optional.of(view))) {
            document.note(Edit.of("", graph -> graph.withView(Optional.of(view))));
        }
    }

    void close() {
        rest.stop();
        subscription.unsubscribe();
    }
}
