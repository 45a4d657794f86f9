package dev.weft.nodes.core;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule.Typing;
import dev.weft.models.image.CannyEdges;
import dev.weft.models.image.ImageBatch;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import java.util.Map;

/// `core:canny`: edges, for ControlNets that follow them; those of `cv2.Canny(picture, low, high)`.
final class Canny implements NodeType {
    /// No sum of two derivatives of 8-bit colours is larger.
    private static final double STRONGEST_EDGE = 2040;

    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "core:canny", 1, "Canny Edges", "image", "Finds the edges of pictures: white lines on black.")
            .with(InputPort.required("image", PortKind.IMAGE, "The pictures."))
            .with(new OutputPort("image", PortKind.IMAGE, "Their edges."))
            .with(new Parameter.Decimal(
                    "low",
                    100,
                    0,
                    STRONGEST_EDGE,
                    "How strong an edge has to be to go on, as in cv2.Canny; a straight edge between black and white has"
                            + " 1020."))
            .with(new Parameter.Decimal("high", 200, 0, STRONGEST_EDGE, "How strong an edge has to be to begin."))
            .with(query -> Typing.of(Map.of("image", query.extent("image"))));

    @Override
    public NodeSignature signature() {
        return SIGNATURE;
    }

    @Override
    public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
        ImageBatch edges = CannyEdges.of(
                inputs.value("image", ImageBatch.class),
                inputs.parameters().decimal("low"),
                inputs.parameters().decimal("high"));
        return NodeOutputs.of("image", edges, (long) Float.BYTES * edges.rgb().length);
    }
}
