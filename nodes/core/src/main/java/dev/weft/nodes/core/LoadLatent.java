package dev.weft.nodes.core;

import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.Load;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.core.files.InputFile;
import dev.weft.nodes.core.sampling.Latent;
import java.io.IOException;

/// `core:load_latent`: a batch from a `.latent` file.
final class LoadLatent implements NodeType {
    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "core:load_latent",
                    1,
                    "Load Latent",
                    "latent",
                    "Loads a batch from a .latent file of Save Latent or ComfyUI.")
            .with(new OutputPort("latent", PortKind.LATENT, "The batch."))
            .with(new Parameter.Text("file", "", false, "The .latent file; relative names begin at the input folder."));

    private final InputFile file;

    LoadLatent(Folders folders) {
        this.file = new InputFile(folders, "file");
    }

    @Override
    public NodeSignature signature() {
        return SIGNATURE;
    }

    @Override
    public Load load() {
        return Load.WAITS;
    }

    @Override
    public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
        try {
            Latent latent = LatentFile.read(file.find(inputs.parameters().text("file")));
            return NodeOutputs.of("latent", latent, latent.byteSize());
        } catch (IOException e) {
            throw NodeException.of("file", e);
        }
    }

    @Override
    public String changeMarker(ParameterValues parameters) {
        return file.changeMarker(parameters.text("file"));
    }
}
