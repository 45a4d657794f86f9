package dev.weft.nodes.core;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule.Typing;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.Mask;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import java.util.List;
import java.util.Map;

/// `core:image_to_mask`: one colour of pictures as masks.
final class ImageToMask implements NodeType {
    private static final List<String> CHANNELS = List.of("red", "green", "blue");

    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "core:image_to_mask",
                    1,
                    "Image to Mask",
                    "mask",
                    "Makes a mask of one colour of each picture, such as of a drawing in black and white.")
            .with(InputPort.required("image", PortKind.IMAGE, "The pictures; where they are bright, the mask is on."))
            .with(new OutputPort("mask", PortKind.MASK, "One mask a picture."))
            .with(new Parameter.Choice("channel", CHANNELS.getFirst(), CHANNELS, "Which colour is taken."))
            .with(new Parameter.Flag("invert", false, "Whether dark becomes on and bright off."))
            .with(query -> Typing.of(Map.of("mask", query.extent("image"))));

    @Override
    public NodeSignature signature() {
        return SIGNATURE;
    }

    @Override
    public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
        ImageBatch image = inputs.value("image", ImageBatch.class);
        int channel = CHANNELS.indexOf(inputs.parameters().text("channel"));
        boolean invert = inputs.parameters().flag("invert");
        int size = image.height() * image.width();
        float[] values = new float[image.batch() * size];
        for (int i = 0; i < values.length; i++) {
            int from = (i / size * ImageBatch.CHANNELS + channel) * size + i % size;
            float value = Math.clamp(image.rgb()[from], 0, 1);
            values[i] = invert ? 1 - value : value;
        }
        Mask mask = new Mask(image.batch(), image.height(), image.width(), values);
        return NodeOutputs.of("mask", mask, mask.byteSize());
    }
}
