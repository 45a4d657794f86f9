package dev.weft.editor.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Pictures in an output folder, as two runs would have left them.
final class MadePictures {
    private static final Path IMAGES = Path.of(System.getProperty("weft.home", "../.."), "docs/images");

    private MadePictures() {}

    /// Four pictures of one style and the four plain ones of the same seed, which were made first.
    static void put(Path output) throws IOException {
        put(output, "plain");
        put(output, "style-aligned");
    }

    private static void put(Path output, String name) throws IOException {
        Files.createDirectories(output);
        for (int row = 1; row <= 4; row++) {
            Files.copy(IMAGES.resolve(name + "-" + row + ".png"), output.resolve("%s_%05d.png".formatted(name, row)));
        }
    }
}
