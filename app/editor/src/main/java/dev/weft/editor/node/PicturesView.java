package dev.weft.editor.node;

import dev.weft.editor.node.field.Layer;
import dev.weft.editor.run.Preview;
import dev.weft.editor.theme.IconText;
import dev.weft.editor.theme.Typeset;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// The pictures of a node.
final class PicturesView extends Layer {
    private static final double BADGE = 16;
    private static final double ARC = 8;

    PicturesView(PicturesBlock block, PictureCache cache) {
        if (!block.waiting().isEmpty()) {
            paintPlace(block);
            return;
        }
        for (int i = 0; i < block.shown(); i++) {
            paintPicture(block, i, cache);
        }
        if (!block.progress().isEmpty()) {
            Rectangle2D area = block.area();
            double y = area.getMaxY() + 8 + 8;
            getChildren().add(words(block.progress(), area.getMinX(), y, "colour-2"));
            getChildren().add(words(block.left(), area.getMaxX() - Typeset.SMALL.width(block.left()), y, "colour-2"));
        }
    }

    private void paintPlace(PicturesBlock block) {
        Rectangle2D area = block.area();
        getChildren().add(box(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight(), "pictures-place"));
        double x = area.getMinX() + area.getWidth() / 2;
        double y = area.getMinY() + area.getHeight() / 2;
        Text icon = IconText.of("fltral-image-20", 24, "colour-3");
        icon.setX(x - 12);
        icon.setY(y - 12);
        String words = Typeset.SMALL.cut(block.waiting(), area.getWidth() - 16);
        getChildren().addAll(icon, words(words, x - Typeset.SMALL.width(words) / 2, y + 16, "colour-3"));
    }

    private void paintPicture(PicturesBlock block, int index, PictureCache cache) {
        Rectangle2D place = block.place(index);
        getChildren().add(box(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight(), "picture-ground"));
        Preview preview = block.previews().get(index);
        ImageView view = new ImageView(cache.image(preview, place.getWidth()));
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setFitWidth(place.getWidth());
        view.setFitHeight(place.getHeight());
        view.setMouseTransparent(true);
        view.layoutBoundsProperty().subscribe(bounds -> {
            view.setX(place.getMinX() + (place.getWidth() - bounds.getWidth()) / 2);
            view.setY(place.getMinY() + (place.getHeight() - bounds.getHeight()) / 2);
        });
        Rectangle clip = new Rectangle(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
        clip.setArcWidth(ARC);
        clip.setArcHeight(ARC);
        view.setClip(clip);
        getChildren().add(view);
        if (block.previews().size() > 1) {
            paintBadge(
                    place,
                    index,
                    block.reference().isPresent() && block.reference().getAsInt() == index);
        }
    }

    private void paintBadge(Rectangle2D place, int index, boolean reference) {
        String number = Integer.toString(index + 1);
        double digits = Typeset.BADGE.width(number);
        double width = 5 + digits + 5 + (reference ? 3 + 10 : 0);
        double x = place.getMinX() + 4;
        double y = place.getMinY() + 4;
        getChildren().add(box(x, y, width, BADGE, reference ? "picture-badge-reference" : "picture-badge"));
        getChildren().add(words(number, x + 5, y + BADGE / 2, "picture-number"));
        if (reference) {
            Text star = IconText.of("fltfmz-star-16", 10, "colour-light");
            star.setX(x + 5 + digits + 3);
            star.setY(y + BADGE / 2);
            getChildren().add(star);
        }
    }
}
