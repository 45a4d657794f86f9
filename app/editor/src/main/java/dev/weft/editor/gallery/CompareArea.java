package dev.weft.editor.gallery;

import dev.weft.editor.text.Texts;
import dev.weft.editor.window.PictureOpener;
import dev.weft.editor.window.Thumbnails;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

/// The pictures, row by row, as large as there is room.
final class CompareArea extends Region {
    private static final Texts TEXTS = Texts.of(CompareArea.class);
    private static final double GAP = 8;
    private static final double BETWEEN_SIDES = 24;
    private static final int MOST = 64;

    private final Comparison comparison;
    private final Thumbnails thumbnails;
    private final PictureOpener opener;
    private final List<List<Region>> sides = new ArrayList<>();
    private double shape = 1;

    CompareArea(Comparison comparison, Thumbnails thumbnails, PictureOpener opener) {
        this.comparison = comparison;
        this.thumbnails = thumbnails;
        this.opener = opener;
        getStyleClass().add("compare-area");
        setMinSize(0, 0);
    }

    /// Shows the sets that are picked now.
    void update() {
        sides.clear();
        getChildren().clear();
        Optional<PictureSet> picked = comparison.second();
        if (picked.isEmpty()) {
            getChildren().add(nothing());
            return;
        }
        MadePicture sample = picked.get().first();
        shape = (double) sample.width() / sample.height();
        Optional<PictureSet> other = comparison.first();
        Optional<Comparison.Side> only = comparison.onlyProperty().get();
        if (other.isEmpty() || comparison.shown() == Comparison.Mode.SINGLE || only.isPresent()) {
            boolean first = other.isPresent() && only.equals(Optional.of(Comparison.Side.A));
            sides.add(tiles(first ? other.get() : picked.get(), Optional.empty()));
        } else if (comparison.shown() == Comparison.Mode.SIDE_BY_SIDE) {
            sides.add(tiles(other.get(), Optional.empty()));
            sides.add(tiles(picked.get(), Optional.empty()));
        } else {
            sides.add(tiles(picked.get(), other));
        }
        sides.forEach(getChildren()::addAll);
        requestLayout();
    }

    private static Label nothing() {
        Label label = new Label(TEXTS.get("empty"));
        label.getStyleClass().addAll("body", "text-2", "wrap");
        return label;
    }

    private List<Region> tiles(PictureSet set, Optional<PictureSet> left) {
        List<Region> tiles = new ArrayList<>();
        List<Path> files = set.files();
        for (int row = 0; row < Math.min(MOST, files.size()); row++) {
            int index = row;
            Optional<Image> leftPicture = left.filter(other -> other.size() > index)
                    .map(other -> thumbnails.whole(other.files().get(index)));
            CompareTile tile = new CompareTile(comparison, thumbnails.whole(files.get(row)), leftPicture);
            tile.setAccessibleText(TEXTS.get("picture", Integer.toString(row + 1)));
            tile.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                    opener.open(files, index);
                }
            });
            tiles.add(tile);
        }
        return tiles;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (sides.isEmpty()) {
            getChildren().forEach(child -> child.resizeRelocate(0, 0, Math.min(width, 480), Math.min(height, 80)));
            return;
        }
        double room = (width - (sides.size() - 1) * BETWEEN_SIDES) / sides.size();
        double left = 0;
        for (List<Region> tiles : sides) {
            left += layout(tiles, left, room, height) + BETWEEN_SIDES;
        }
    }

    /// Lays the tiles in as many columns as make them largest.
    ///
    /// @return the width that they take
    private double layout(List<Region> tiles, double left, double width, double height) {
        int columns = 1;
        double best = 0;
        for (int count = 1; count <= tiles.size(); count++) {
            double fits = tileWidth(tiles.size(), count, width, height);
            if (fits > best) {
                best = fits;
                columns = count;
            }
        }
        double tileWidth = Math.floor(best);
        double tileHeight = Math.floor(best / shape);
        for (int index = 0; index < tiles.size(); index++) {
            int column = index % columns;
            int row = index / columns;
            tiles.get(index)
                    .resizeRelocate(left + column * (tileWidth + GAP), row * (tileHeight + GAP), tileWidth, tileHeight);
        }
        return columns * tileWidth + (columns - 1) * GAP;
    }

    private double tileWidth(int count, int columns, double width, double height) {
        int rows = (count + columns - 1) / columns;
        double byWidth = (width - (columns - 1) * GAP) / columns;
        double byHeight = (height - (rows - 1) * GAP) / rows * shape;
        return Math.max(1, Math.min(byWidth, byHeight));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 400;
    }
}
