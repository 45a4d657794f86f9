package dev.weft.nodes.core;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.PortKind;
import dev.weft.nodes.api.Load;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.core.files.OutputFiles;
import dev.weft.nodes.core.files.Provenance;
import dev.weft.nodes.core.sampling.Latent;

/// `core:save_latent`: a batch to a `.latent` file as ComfyUI writes it.
final class SaveLatent implements NodeType {
    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "core:save_latent",
                    1,
                    "Save Latent",
                    "latent",
                    "Saves a batch as a .latent file, which Load Latent and ComfyUI read.")
            .with(InputPort.required("latent", PortKind.LATENT, "The batch to save."))
            .with(new Parameter.Text(
                    "filename_prefix", "latent", false, "How the file's name begins; a number follows."))
            .asTerminal();

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
        Latent latent = inputs.value("latent", Latent.class);
        OutputFiles files =
                OutputFiles.below(context.outputFolder(), inputs.parameters().text("filename_prefix"), ".latent");
        context.saved(files.write(LatentFile.content(latent, Provenance.of(context))));
        return NodeOutputs.NONE;
    }
}
