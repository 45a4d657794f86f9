package dev.weft.editor.gallery;

import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Thumbnails;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A set in the strip at the foot of the gallery.
final class SetCard extends VBox {
    static final double WIDTH = 208;

    private static final Texts TEXTS = Texts.of(SetCard.class);
    private static final double PICTURE = 43;
    private static final int MOST = 4;
    private static final double GOOD = 0.9;

    SetCard(PictureSet set, GalleryLibrary library, Comparison comparison, Thumbnails thumbnails) {
        getStyleClass().add("set-card");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        HBox strip = new HBox();
        strip.getStyleClass().add("set-strip");
        strip.setMinHeight(PICTURE);
        set.files().stream().limit(MOST).forEach(file -> strip.getChildren().add(thumbnails.view(file, PICTURE)));
        Label title = new Label(set.title());
        title.getStyleClass().add("medium");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox line = new HBox();
        line.getStyleClass().add("set-line");
        side(set, comparison).ifPresent(side -> {
            getStyleClass().add("picked");
            line.getChildren().add(badge(side));
        });
        line.getChildren().add(title);
        library.scores(set).ifPresent(scores -> line.getChildren().add(pill(scores)));
        Label caption = new Label(SetWords.caption(set, library));
        caption.getStyleClass().addAll("caption", "text-3");
        getChildren().addAll(strip, line, caption);
        setAccessibleText(TEXTS.get("card", set.title(), SetWords.caption(set, library)));
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isShiftDown()) {
                comparison.against(set);
            } else if (event.getButton() == MouseButton.PRIMARY) {
                comparison.pick(set);
            }
        });
    }

    /// A or B in a disc.
    static Label badge(Comparison.Side side) {
        Label badge = new Label(side.name());
        badge.getStyleClass().add("badge");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        if (side == Comparison.Side.B) {
            badge.getStyleClass().add("accent");
        }
        return badge;
    }

    /// The set's consistency.
    static Label pill(SetScores scores) {
        Label pill = new Label(SetWords.score(scores.consistency()));
        pill.getStyleClass().addAll("pill", "figure");
        pill.setMinWidth(Region.USE_PREF_SIZE);
        if (scores.consistency() >= GOOD) {
            pill.getStyleClass().add("ok");
        }
        return pill;
    }

    private static Optional<Comparison.Side> side(PictureSet set, Comparison comparison) {
        if (comparison.second().equals(Optional.of(set))) {
            return Optional.of(Comparison.Side.B);
        }
        return comparison.first().equals(Optional.of(set)) ? Optional.of(Comparison.Side.A) : Optional.empty();
    }
}
