package dev.weft.editor.queue;

import com.google.inject.Inject;
import dev.weft.editor.run.Preview;
import dev.weft.editor.window.Thumbnails;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/// Small pictures in rows.
final class Pictures {
    private final Thumbnails thumbnails;

    @Inject
    Pictures(Thumbnails thumbnails) {
        this.thumbnails = thumbnails;
    }

    /// A square on white that shows a picture.
    StackPane square(Preview preview, double side) {
        return square(thumbnails.image(preview, side), side);
    }

    /// A square on white that shows a picture file.
    StackPane square(Path file, double side) {
        return square(thumbnails.image(file, side), side);
    }

    private static StackPane square(Image image, double side) {
        ImageView view = new ImageView(image);
        view.setFitWidth(side);
        view.setFitHeight(side);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        StackPane ground = new StackPane(view);
        ground.getStyleClass().add("queue-picture");
        ground.setMinSize(side, side);
        ground.setPrefSize(side, side);
        ground.setMaxSize(side, side);
        return ground;
    }

    /// As many of these as a row shows.
    static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }
}
