package dev.weft.editor.window;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.run.Pixels;
import dev.weft.editor.run.Preview;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.shape.Rectangle;

/// Pictures from files in the sizes in which they are shown, read in the background and kept for as long as
/// memory allows. A file's picture never changes: what is saved gets a new name.
@Singleton
public final class Thumbnails {
    private static final int SHARPNESS = 2;
    private static final int REMEMBERED = 4096;
    private static final int WHOLE = 0;

    private record Key(Path file, int side) {}

    private final Map<Key, SoftReference<Image>> images = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, SoftReference<Image>> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Inject
    Thumbnails() {}

    /// A small picture, for a square of this side.
    public Image image(Path file, double side) {
        return kept(new Key(file, (int) Math.ceil(side * SHARPNESS)));
    }

    /// A small picture of a node's work, for a square of this side; what is not finished in its own size.
    public Image image(Preview preview, double side) {
        return switch (preview) {
            case Preview.OfFile(Path file) -> image(file, side);
            case Preview.OfPixels(Pixels pixels) -> ofPixels(pixels);
        };
    }

    /// The picture in its own size.
    public Image whole(Path file) {
        return kept(new Key(file, WHOLE));
    }

    /// A view of a small picture with round corners.
    ///
    /// @param side of the square that it fits in
    public ImageView view(Path file, double side) {
        ImageView view = new ImageView(image(file, side));
        view.setFitWidth(side);
        view.setFitHeight(side);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        Rectangle clip = new Rectangle(side, side);
        clip.setArcWidth(8);
        clip.setArcHeight(8);
        view.setClip(clip);
        return view;
    }

    private static Image ofPixels(Pixels pixels) {
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

    private Image kept(Key key) {
        SoftReference<Image> reference = images.get(key);
        Image image = reference == null ? null : reference.get();
        if (image == null || image.isError()) {
            String place = key.file().toUri().toString();
            image = key.side() == WHOLE
                    ? new Image(place, true)
                    : new Image(place, key.side(), key.side(), true, true, true);
            images.put(key, new SoftReference<>(image));
        }
        return image;
    }
}
