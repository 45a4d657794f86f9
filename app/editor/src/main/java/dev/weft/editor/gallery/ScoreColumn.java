package dev.weft.editor.gallery;

import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Thumbnails;
import dev.weft.editor.window.Toasts;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// How alike the pictures of the sets are that are looked at, or a button to measure it.
final class ScoreColumn extends VBox {
    static final double WIDTH = 300;

    private static final Texts TEXTS = Texts.of(ScoreColumn.class);
    private static final int MOST = 32;

    private final GalleryLibrary library;
    private final Comparison comparison;
    private final Thumbnails thumbnails;
    private final Toasts toasts;

    ScoreColumn(GalleryLibrary library, Comparison comparison, Thumbnails thumbnails, Toasts toasts) {
        this.library = library;
        this.comparison = comparison;
        this.thumbnails = thumbnails;
        this.toasts = toasts;
        getStyleClass().add("score-column");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
    }

    /// Shows the sets that are picked now.
    void update() {
        getChildren().clear();
        if (comparison.shown() != Comparison.Mode.SINGLE) {
            add(Comparison.Side.A, comparison.first());
        }
        add(Comparison.Side.B, comparison.second());
    }

    private void add(Comparison.Side side, Optional<PictureSet> shown) {
        if (shown.isEmpty() || shown.get().size() < 2 || shown.get().size() > MOST) {
            return;
        }
        if (!getChildren().isEmpty()) {
            Region rule = new Region();
            rule.getStyleClass().add("rule");
            getChildren().add(rule);
        }
        PictureSet set = shown.get();
        getChildren()
                .add(library.scores(set)
                        .<Region>map(scores -> new ScoreMatrix(set.title(), side, set, scores, thumbnails))
                        .orElseGet(() -> offer(side, set)));
    }

    private VBox offer(Comparison.Side side, PictureSet set) {
        Label name = new Label(set.title(), SetCard.badge(side));
        name.getStyleClass().addAll("body", "strong");
        Label words = new Label(TEXTS.get("measure.words"));
        words.getStyleClass().addAll("text-2", "wrap");
        Button measure = new Button(TEXTS.get("measure"));
        measure.setId("measure-" + side);
        measure.setGraphic(new FontIcon("fltral-data-bar-vertical-20"));
        measure.setOnAction(_ -> {
            measure.setDisable(true);
            measure.setText(TEXTS.get("measuring"));
            library.measure(set, problem -> {
                toasts.show(Toasts.Kind.ERROR, problem);
                update();
            });
        });
        VBox box = new VBox(name, words, measure);
        box.getStyleClass().add("score-offer");
        return box;
    }
}
