package dev.weft.nodes.core;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.PortKind;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;

/// `core:save_image`: pictures to PNG files, each with the workflow and the seed that made it.
final class SaveImage implements NodeType {
    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "core:save_image",
                    1,
                    "Save Image",
                    "image",
                    "Saves each picture of a batch as a PNG file that also holds the workflow and the seed.")
            .with(InputPort.required("image", PortKind.IMAGE, "The pictures to save."))
            .with(new Parameter.Text(
                    "filename_prefix",
                    "weft",
                    false,
                    "How the files' names begin; a number follows. May name folders, as in sets/robots."))
            .asTerminal();

    @Override
    public NodeSignature signature() {
        return SIGNATURE;
    }

    @Override
    public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
        PictureFiles.save(inputs, context, inputs.parameters().text("filename_prefix"));
        return NodeOutputs.NONE;
    }
}
