package dev.weft.editor.canvas.board;

import dev.weft.editor.canvas.model.Sight;
import dev.weft.editor.theme.Measures;
import java.util.Arrays;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;

/// The ground of the canvas with its dots. It is one picture, drawn when the zoom changes and only moved when
/// the view
/// does: thousands of dots as shapes would cost more than all nodes.
final class DotGrid extends Pane {
    private static final double SMALLEST_ZOOM = 0.5;
    private static final int SOFT = 4;

    private final ImageView view = new ImageView();
    private final Palette palette;
    private Key drawn = new Key(0, 0, 0, 0, 0, 0);

    /// @param pitch distance of the dots in screen pixels
    /// @param scale device pixels per screen pixel
    private record Key(int width, int height, double pitch, double scale, int ground, int dot) {}

    DotGrid(Palette palette) {
        this.palette = palette;
        view.setManaged(false);
        setManaged(false);
        setMouseTransparent(true);
        getChildren().add(view);
    }

    void show(Sight sight) {
        boolean dots = sight.zoom() >= SMALLEST_ZOOM;
        view.setVisible(dots);
        if (!dots || sight.width() <= 0) {
            return;
        }
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX();
        double pitch = Measures.DOTS * sight.zoom();
        Key wanted = new Key(
                (int) Math.ceil((sight.width() + pitch) * scale),
                (int) Math.ceil((sight.height() + pitch) * scale),
                pitch,
                scale,
                argb(palette.colour("-weft-canvas")),
                argb(palette.colour("-weft-canvas-dot")));
        if (!wanted.equals(drawn)) {
            drawn = wanted;
            view.setImage(draw(wanted, sight.zoom()));
            view.setFitWidth(wanted.width() / scale);
            view.setFitHeight(wanted.height() / scale);
        }
        view.setTranslateX(Math.round(offset(sight.left() * sight.zoom(), pitch) * scale) / scale);
        view.setTranslateY(Math.round(offset(sight.top() * sight.zoom(), pitch) * scale) / scale);
    }

    private static double offset(double origin, double pitch) {
        double into = origin % pitch;
        return -(into < 0 ? into + pitch : into);
    }

    private static WritableImage draw(Key key, double zoom) {
        int[] pixels = new int[key.width() * key.height()];
        Arrays.fill(pixels, key.ground());
        double radius = key.scale() * Math.clamp(zoom, 0.75, 1.5);
        double step = key.pitch() * key.scale();
        for (double y = 0; y < key.height(); y += step) {
            for (double x = 0; x < key.width(); x += step) {
                stamp(pixels, key, x, y, radius);
            }
        }
        WritableImage image = new WritableImage(key.width(), key.height());
        image.getPixelWriter()
                .setPixels(
                        0, 0, key.width(), key.height(), PixelFormat.getIntArgbPreInstance(), pixels, 0, key.width());
        return image;
    }

    /// One dot, with soft edges from a grid of samples in each pixel.
    private static void stamp(int[] pixels, Key key, double cx, double cy, double radius) {
        for (int y = (int) Math.floor(cy - radius); y <= cy + radius; y++) {
            for (int x = (int) Math.floor(cx - radius); x <= cx + radius; x++) {
                if (x < 0 || y < 0 || x >= key.width() || y >= key.height()) {
                    continue;
                }
                int inside = 0;
                for (int i = 0; i < SOFT * SOFT; i++) {
                    int row = i / SOFT;
                    double dx = x + (i - row * SOFT + 0.5) / SOFT - cx;
                    double dy = y + (row + 0.5) / SOFT - cy;
                    inside += dx * dx + dy * dy <= radius * radius ? 1 : 0;
                }
                int at = y * key.width() + x;
                pixels[at] = mix(pixels[at], key.dot(), (double) inside / (SOFT * SOFT));
            }
        }
    }

    private static int mix(int ground, int dot, double share) {
        int mixed = 0xFF000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = ground >> shift & 0xFF;
            int to = dot >> shift & 0xFF;
            mixed |= (int) Math.round(from + (to - from) * share) << shift;
        }
        return mixed;
    }

    private static int argb(Color colour) {
        return 0xFF000000
                | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }
}
