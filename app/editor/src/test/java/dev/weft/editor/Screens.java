package dev.weft.editor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/// Keeps pictures of what tests show, for people to look at, in the folder that the property `weft.screens`
/// names.
public final class Screens {
    private Screens() {}

    /// Saves what a node shows as `NAME.png`.
    public static Path save(Node node, String name) {
        return save(node, name, 1);
    }

    /// Saves what a node shows, drawn `scale` times as large.
    public static Path save(Node node, String name, double scale) {
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage image = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setTransform(Transform.scale(scale, scale));
            return node.snapshot(parameters, null);
        });
        Path file = Path.of(System.getProperty("weft.screens", "target/screens"), name + ".png");
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
