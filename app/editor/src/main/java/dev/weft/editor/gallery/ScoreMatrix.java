package dev.weft.editor.gallery;

import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Thumbnails;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// How alike each two pictures of a set are: numbers in cells that are the darker the more alike the two are,
/// with the
/// pictures along two sides.
final class ScoreMatrix extends VBox {
    private static final Texts TEXTS = Texts.of(ScoreMatrix.class);
    private static final double PICTURE = 32;
    private static final double CELL = 64;
    private static final double CELL_HEIGHT = 44;
    private static final double GAP = 2;
    private static final double HEAD = 36;
    private static final int NUMBERED = 6;
    private static final double GOOD = 0.9;
    private static final double PALE = 0.2;
    private static final double DARKEST = 0.88;

    ScoreMatrix(String title, Comparison.Side side, PictureSet set, SetScores scores, Thumbnails thumbnails) {
        getStyleClass().add("score-matrix");
        Label name = new Label(title);
        name.getStyleClass().addAll("body", "strong");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label mean = new Label(TEXTS.get("mean"));
        mean.getStyleClass().add("text-3");
        mean.setMinWidth(Region.USE_PREF_SIZE);
        Label value = new Label(SetWords.score(scores.consistency()));
        value.getStyleClass().addAll("mono", scores.consistency() >= GOOD ? "text-ok" : "strong-figure");
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(SetCard.badge(side), name, mean, value);
        head.getStyleClass().add("score-head");
        getChildren().addAll(head, new Cells(set, scores, thumbnails));
    }

    /// The cells; narrower ones without numbers where there are many.
    private static final class Cells extends Region {
        private final int count;

        private Cells(PictureSet set, SetScores scores, Thumbnails thumbnails) {
            count = scores.size();
            for (int column = 0; column < count; column++) {
                getChildren().add(thumbnails.view(set.files().get(column), PICTURE));
            }
            for (int row = 0; row < count; row++) {
                getChildren().add(thumbnails.view(set.files().get(row), PICTURE));
                List<Double> values = scores.cosines().get(row);
                for (int column = 0; column < count; column++) {
                    getChildren().add(cell(values.get(column), row == column, count <= NUMBERED));
                }
            }
        }

        private static StackPane cell(double value, boolean same, boolean numbered) {
            StackPane cell = new StackPane();
            if (same) {
                Label dash = new Label("–");
                dash.getStyleClass().addAll("mono", "text-3");
                cell.getChildren().add(dash);
                return cell;
            }
            double share = Math.max(0, (value - PALE) / (1 - PALE));
            Region shade = new Region();
            shade.getStyleClass().add("score-shade");
            shade.setOpacity(share * share * DARKEST);
            cell.getStyleClass().add("score-cell");
            cell.getChildren().add(shade);
            if (numbered) {
                Label number = new Label(SetWords.score(value));
                number.getStyleClass().addAll("mono", share > 0.75 ? "on-accent" : "on-field");
                cell.getChildren().add(number);
            }
            return cell;
        }

        @Override
        protected void layoutChildren() {
            double width = Math.min(CELL, (getWidth() - PICTURE) / count - GAP);
            double height = Math.min(CELL_HEIGHT, count <= NUMBERED ? CELL_HEIGHT : width);
            List<Node> children = getChildren();
            int index = 0;
            for (int column = 0; column < count; column++) {
                double middle = left(column, width) + width / 2;
                children.get(index++).relocate(middle - PICTURE / 2, 0);
            }
            for (int row = 0; row < count; row++) {
                double top = HEAD + row * (height + GAP);
                children.get(index++).relocate(0, top + (height - PICTURE) / 2);
                for (int column = 0; column < count; column++) {
                    children.get(index++).resizeRelocate(left(column, width), top, width, height);
                }
            }
        }

        private static double left(int column, double width) {
            return PICTURE + GAP + column * (width + GAP);
        }

        @Override
        protected double computePrefWidth(double height) {
            return PICTURE + count * (CELL + GAP);
        }

        @Override
        protected double computePrefHeight(double width) {
            double cell = width > 0 ? Math.min(CELL, (width - PICTURE) / count - GAP) : CELL;
            double height = Math.min(CELL_HEIGHT, count <= NUMBERED ? CELL_HEIGHT : cell);
            return HEAD + count * (height + GAP);
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }
    }
}
