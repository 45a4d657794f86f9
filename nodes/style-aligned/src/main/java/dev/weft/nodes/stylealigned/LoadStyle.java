package dev.weft.nodes.stylealigned;

import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import dev.weft.models.style.Style;
import dev.weft.models.style.StyleFile;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.Load;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.core.files.InputFile;
import java.io.IOException;

/// `stylealigned:load_style`: a style from a `.style` file.
final class LoadStyle implements NodeType {
    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "stylealigned:load_style",
                    1,
                    "Load Style",
                    "style",
                    "Loads a style from a .style file, to draw more pictures in it.")
            .with(new OutputPort("style", PortKind.STYLE, "The style."))
            .with(new Parameter.Text("file", "", false, "The .style file; relative names begin at the input folder."));

    private final InputFile file;

    LoadStyle(Folders folders) {
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
            Style style = StyleFile.read(file.find(inputs.parameters().text("file")));
            return NodeOutputs.of("style", style, style.byteSize());
        } catch (IOException e) {
            throw NodeException.of("file", e);
        }
    }

    @Override
    public String changeMarker(ParameterValues parameters) {
        return file.changeMarker(parameters.text("file"));
    }
}
