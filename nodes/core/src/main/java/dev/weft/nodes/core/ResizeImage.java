package dev.weft.nodes.core;

import dev.weft.graph.types.Extent;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule.Mismatch;
import dev.weft.graph.types.TypeRule.Query;
import dev.weft.graph.types.TypeRule.Typing;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.ScaleFilter;
import dev.weft.models.image.Scaling;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// `core:resize_image`: pictures of another size.
final class ResizeImage implements NodeType {
    static final String CROP = "crop";
    /// The size of a picture that is read is limited, so this is for both.
    static final int LONGEST_SIDE = 16_384;

    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "core:resize_image", 1, "Resize Image", "image", "Makes pictures larger or smaller.")
            .with(InputPort.required("image", PortKind.IMAGE, "The pictures."))
            .with(new OutputPort("image", PortKind.IMAGE, "The pictures in the new size."))
            .with(new Parameter.Whole(
                    "width", 512, 0, LONGEST_SIDE, "New width in pixels; 0 keeps the proportion to the height."))
            .with(new Parameter.Whole(
                    "height", 512, 0, LONGEST_SIDE, "New height in pixels; 0 keeps the proportion to the width."))
            .with(fit())
            .with(new Parameter.Choice(
                    "filter",
                    ScaleFilter.LANCZOS.id(),
                    Arrays.stream(ScaleFilter.values()).map(ScaleFilter::id).toList(),
                    "How pixels are made: lanczos is sharpest, bilinear soft, nearest for pixel art."))
            .with(ResizeImage::infer);

    /// What is done with a picture of another shape.
    static Parameter fit() {
        return new Parameter.Choice(
                "fit",
                CROP,
                List.of(CROP, "stretch"),
                "What is done with a picture of another shape: what is beyond on both sides is cut off, or all is"
                        + " stretched.");
    }

    @Override
    public NodeSignature signature() {
        return SIGNATURE;
    }

    @Override
    public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
        ImageBatch images = inputs.value("image", ImageBatch.class);
        ParameterValues parameters = inputs.parameters();
        int width = parameters.integer("width");
        int height = parameters.integer("height");
        if (width == 0 && height == 0) {
            throw new NodeException("width", "Both width and height are 0; set one of them at least.");
        }
        try {
            Scaling scaling = new Scaling(
                    height == 0 ? proportional(images.height(), width, images.width()) : height,
                    width == 0 ? proportional(images.width(), height, images.height()) : width,
                    ScaleFilter.named(parameters.text("filter")).orElseThrow(),
                    parameters.text("fit").equals(CROP));
            ImageBatch resized = scaling.of(images);
            return NodeOutputs.of("image", resized, resized.byteSize());
        } catch (IllegalArgumentException e) {
            // A size that cannot be is told of in a sentence.
            throw NodeException.of("width", e);
        }
    }

    private static int proportional(int side, int newOther, int other) {
        return Math.max(1, Math.toIntExact(Math.round((double) side * newOther / other)));
    }

    private static Typing infer(Query query) {
        int width = query.parameters().integer("width");
        int height = query.parameters().integer("height");
        Extent image = query.extent("image");
        if (width == 0 && height == 0) {
            return new Typing(
                    Map.of("image", Extent.UNKNOWN),
                    List.of(new Mismatch("width", "both width and height are 0", "set one of them at least")));
        }
        return Typing.of(Map.of("image", new Extent(image.batch(), known(width), known(height))));
    }

    private static OptionalInt known(int side) {
        return side == 0 ? OptionalInt.empty() : OptionalInt.of(side);
    }
}
