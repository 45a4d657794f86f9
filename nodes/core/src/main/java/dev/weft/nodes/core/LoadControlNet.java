package dev.weft.nodes.core;

import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import dev.weft.models.bundle.BundleException;
import dev.weft.models.bundle.ControlNetCatalog;
import dev.weft.models.bundle.ModelLibrary;
import dev.weft.models.control.ControlNet;
import dev.weft.nodes.api.FileStamp;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.core.sampling.ModelRun;
import java.io.IOException;
import java.nio.file.Path;

/// `core:load_controlnet`: a network that steers by a picture.
final class LoadControlNet implements NodeType {
    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "core:load_controlnet",
                    1,
                    "Load ControlNet",
                    "model",
                    "Loads a ControlNet: a network that lets pictures follow the edges, depths or poses of another.")
            .with(new OutputPort("controlnet", PortKind.CONTROLNET, "The network, to be applied to a prompt."))
            .with(new Parameter.Text(
                    "controlnet",
                    "starter/controlnet_canny",
                    false,
                    "The ControlNet's name: that of its folder, after that of the model it comes with if it comes with"
                            + " one; or the whole path of an ONNX file."));

    private final ControlNetCatalog catalog;
    private final ModelLibrary library;

    LoadControlNet(Folders folders, ModelLibrary library) {
        this.catalog = new ControlNetCatalog(folders.models());
        this.library = library;
    }

    @Override
    public NodeSignature signature() {
        return SIGNATURE;
    }

    @Override
    public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
        String name = inputs.parameters().text("controlnet");
        ControlNet net = ModelRun.in(context, _ -> {
            try {
                return library.controlNet(name, catalog.find(name));
            } catch (BundleException e) {
                throw NodeException.of("controlnet", e);
            }
        });
        return NodeOutputs.of("controlnet", net, 0);
    }

    @Override
    public String changeMarker(ParameterValues parameters) {
        try {
            Path file = catalog.find(parameters.text("controlnet"));
            return file + " " + FileStamp.of(file);
        } catch (IOException e) {
            // The node will say so when it runs.
            return "";
        }
    }
}
