package dev.weft.nodes.core;

import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.PngFile;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.core.files.OutputFiles;
import dev.weft.nodes.core.files.Provenance;
import java.util.Map;

/// Writes the pictures of the input `image` as numbered PNG files.
final class PictureFiles {
    private PictureFiles() {}

    /// @param prefix how the names begin
    /// @throws NodeException if a file cannot be written; those before it stay
    static void save(NodeInputs inputs, NodeContext context, String prefix) throws NodeException {
        ImageBatch images = inputs.value("image", ImageBatch.class);
        OutputFiles files = OutputFiles.below(context.outputFolder(), prefix, ".png");
        Map<String, String> text = Provenance.of(context);
        for (int i = 0; i < images.batch(); i++) {
            context.cancellation().throwIfRequested();
            context.saved(files.write(PngFile.content(images, i, text)));
        }
    }
}
