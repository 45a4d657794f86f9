package dev.weft.editor.node;

import dev.weft.editor.run.Pixels;
import dev.weft.editor.run.Preview;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Pictures from files, read in the background and kept at the size in which nodes show them for as long as
/// memory
/// allows. A file's picture never changes: what is saved gets a new name.
final class PictureCache {
    private static final int SHARPNESS = 2;
    private static final int REMEMBERED = 2048;

    private final Path input;
    private final Map<Key, SoftReference<Image>> images = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, SoftReference<Image>> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Key(Path file, int side) {}

    /// @param input folder below which files lie that are named without one
    PictureCache(Path input) {
        this.input = input;
    }

    /// The picture of a preview.
    ///
    /// @param side of the square in which it is shown
    Image image(Preview preview, double side) {
        return switch (preview) {
            case Preview.OfFile(Path file) -> ofFile(new Key(input.resolve(file), (int) Math.ceil(side * SHARPNESS)));
            case Preview.OfPixels(Pixels pixels) -> ofPixels(pixels);
        };
    }

    private Image ofFile(Key key) {
        SoftReference<Image> kept = images.get(key);
        Image image = kept == null ? null : kept.get();
        if (image == null || image.isError()) {
            image = new Image(key.file().toUri().toString(), key.side(), key.side(), true, true, true);
            images.put(key, new SoftReference<>(image));
        }
        return image;
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
}
