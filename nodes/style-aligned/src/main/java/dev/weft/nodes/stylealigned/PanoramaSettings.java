package dev.weft.nodes.stylealigned;

import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import java.util.List;

/// The parameters of a panorama's size and views.
///
/// @param width width in pixels
/// @param height height in pixels
/// @param stride distance between views in latent pixels
/// @param viewSize side of a view in pixels; 0 for the size that the model was trained on
/// @param viewBatchSize how many views are predicted together
/// @param circular whether the right edge goes on at the left one
/// @param referenceSeed which noise the reference grows from
record PanoramaSettings(
        int width, int height, int stride, int viewSize, int viewBatchSize, boolean circular, long referenceSeed) {
    private static final int LONGEST_SIDE = 16384;
    private static final int DOWNSCALE = 8;
    private static final int MOST_STRIDE = 1024;
    private static final int MOST_VIEWS = 4096;

    /// The declarations, in the order in which people see them.
    static List<Parameter> parameters() {
        return List.of(
                new Parameter.Whole("width", 2048, 16, LONGEST_SIDE, DOWNSCALE, "Width of the panorama in pixels."),
                new Parameter.Whole("height", 512, 16, LONGEST_SIDE, DOWNSCALE, "Height of the panorama in pixels."),
                new Parameter.Whole(
                        "stride",
                        8,
                        1,
                        MOST_STRIDE,
                        "Distance between neighbouring views in latent pixels of 8 pixels each; less is slower and"
                                + " smoother."),
                new Parameter.Whole(
                        "view_size",
                        0,
                        0,
                        LONGEST_SIDE,
                        DOWNSCALE,
                        "Side of a view and of the reference in pixels; 0 takes the size that the model was trained on."),
                new Parameter.Whole(
                        "view_batch_size",
                        16,
                        1,
                        MOST_VIEWS,
                        "How many views go to the network together; more is faster and takes more memory."),
                new Parameter.Flag("circular", false, "Whether the right edge goes on at the left one."),
                new Parameter.Seed(
                        "reference_seed",
                        0,
                        "Which noise the reference grows from; the panorama's is seed. Without effect on a style that is linked."));
    }

    /// Reads a node's values.
    static PanoramaSettings of(ParameterValues values) {
        return new PanoramaSettings(
                values.integer("width"),
                values.integer("height"),
                values.integer("stride"),
                values.integer("view_size"),
                values.integer("view_batch_size"),
                values.flag("circular"),
                values.whole("reference_seed"));
    }
}
