package dev.weft.nodes.stylealigned;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.PortKind;
import dev.weft.models.files.AtomicFile;
import dev.weft.models.style.Style;
import dev.weft.models.style.StyleFile;
import dev.weft.nodes.api.Load;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.core.files.OutputFiles;
import dev.weft.nodes.core.files.Provenance;
import dev.weft.nodes.core.sampling.ModelRun;

/// `stylealigned:save_style`: a style to a `.style` file.
final class SaveStyle implements NodeType {
    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "stylealigned:save_style",
                    1,
                    "Save Style",
                    "style",
                    "Saves a style as a .style file, so that a set can be continued another day.")
            .with(InputPort.required("style", PortKind.STYLE, "The style to save."))
            .with(new Parameter.Text(
                    "filename_prefix",
                    "style",
                    false,
                    "How the file's name begins; a number follows. May name folders, as in styles/robots."))
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
        Style style = inputs.value("style", Style.class);
        AtomicFile.Content content =
                ModelRun.in(context, stop -> StyleFile.content(style, Provenance.of(context), stop));
        OutputFiles files = OutputFiles.below(
                context.outputFolder(), inputs.parameters().text("filename_prefix"), StyleFile.EXTENSION);
        context.saved(files.write(content));
        return NodeOutputs.NONE;
    }
}
