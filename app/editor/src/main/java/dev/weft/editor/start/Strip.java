package dev.weft.editor.start;

import dev.weft.editor.start.Template.Picture;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/// Pictures in a row, all of one height, as wide as there is room.
final class Strip extends Pane {
    private static final double CELL = 128;
    private static final double PITCH = 136;
    private static final double GAP = 4;
    private static final int COLUMNS = 4;
    private static final Map<Path, Image> LOADED = new HashMap<>();

    private final List<Picture> pictures;

    Strip(List<Picture> pictures) {
        this.pictures = List.copyOf(pictures);
        getStyleClass().add("strip");
        for (Picture picture : this.pictures) {
            ImageView view = new ImageView(LOADED.computeIfAbsent(
                    picture.file(), file -> new Image(file.toUri().toString(), true)));
            if (!picture.wide()) {
                view.setViewport(new Rectangle2D(picture.column() * PITCH, picture.row() * PITCH, CELL, CELL));
            }
            getChildren().add(view);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return pictures.isEmpty() ? 0 : side(width < 0 ? COLUMNS * CELL : width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        double side = side(getWidth());
        for (int i = 0; i < pictures.size(); i++) {
            ImageView view = (ImageView) getChildren().get(i);
            double width = pictures.get(i).wide() ? getWidth() : side;
            view.setFitWidth(width);
            view.setFitHeight(side);
            view.relocate(i * (side + GAP), 0);
            Rectangle corners = new Rectangle(width, side);
            corners.setArcWidth(8);
            corners.setArcHeight(8);
            view.setClip(corners);
        }
    }

    private static double side(double width) {
        return Math.floor((width - (COLUMNS - 1) * GAP) / COLUMNS);
    }
}
