package dev.weft.editor.node;

import dev.weft.editor.run.Preview;
import dev.weft.editor.window.Thumbnails;
import java.nio.file.Path;
import javafx.scene.image.Image;

/// The pictures that nodes show, those that a node names without a folder included.
///
/// @param input folder below which files lie that are named without one
/// @param thumbnails reads and keeps them
record PictureCache(Path input, Thumbnails thumbnails) {
    /// The picture of a preview.
    ///
    /// @param side of the square in which it is shown
    Image image(Preview preview, double side) {
        Preview found =
                preview instanceof Preview.OfFile(Path file) ? new Preview.OfFile(input.resolve(file)) : preview;
        return thumbnails.image(found, side);
    }
}
