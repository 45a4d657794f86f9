package dev.weft.nodes.core;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.PortKind;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;

/// `core:preview_image`: pictures to look at while a workflow is being made, kept apart from those that are saved.
final class PreviewImage implements NodeType {
    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "core:preview_image",
                    1,
                    "Preview Image",
                    "image",
                    "Shows pictures; the files go to the folder preview of the output folder.")
            .with(InputPort.required("image", PortKind.IMAGE, "The pictures to look at."))
            .asTerminal();

    @Override
    public NodeSignature signature() {
        return SIGNATURE;
    }

    @Override
    public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
        PictureFiles.save(inputs, context, "preview/preview");
        return NodeOutputs.NONE;
    }
}
