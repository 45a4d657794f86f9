package dev.weft.editor.queue;

import dev.weft.editor.run.Pixels;
import dev.weft.editor.run.Preview;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;

/// Small pictures in rows. Files are read in the background and kept while they are new.
final class Pictures {
    private static final int KEPT = 200;
    private static final double READ = 128;

    private final Map<Path, Image> files = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Image> eldest) {
            return size() > KEPT;
        }
    };

    /// A square on white that shows a picture.
    StackPane square(Preview preview, double side) {
        return switch (preview) {
            case Preview.OfFile(Path file) -> square(file, side);
            case Preview.OfPixels(Pixels pixels) -> square(image(pixels), side);
        };
    }

    /// A square on white that shows a picture file.
    StackPane square(Path file, double side) {
        return square(
                files.computeIfAbsent(file, path -> new Image(path.toUri().toString(), READ, READ, true, true, true)),
                side);
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

    private static Image image(Pixels pixels) {
        WritableImage image = new WritableImage(pixels.width(), pixels.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        pixels.width(),
                        pixels.height(),
                        PixelFormat.getIntArgbInstance(),
                        pixels.argb(),
                        0,
                        pixels.width());
        return image;
    }

    /// As many of these as a row shows.
    static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }
}
