package dev.weft.nodes.core;

import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.ImageFile;
import dev.weft.models.image.Mask;
import dev.weft.models.image.Picture;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.core.files.InputFile;
import java.io.IOException;
import java.util.Map;

/// `core:load_image`: a picture from a file.
final class LoadImage implements NodeType {
    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "core:load_image",
                    1,
                    "Load Image",
                    "image",
                    "Loads a picture from a PNG, JPEG, TIFF, BMP or GIF file, upright and in colours of light.")
            .with(new OutputPort("image", PortKind.IMAGE, "The picture without its transparency, a batch of one."))
            .with(new OutputPort(
                    "mask",
                    PortKind.MASK,
                    "Where the picture is transparent; on nowhere if the file has no transparency."))
            .with(new Parameter.Text("image", "", false, "The file; relative names begin at the input folder."));

    private final InputFile file;

    LoadImage(Folders folders) {
        this.file = new InputFile(folders, "image");
    }

    @Override
    public NodeSignature signature() {
        return SIGNATURE;
    }

    @Override
    public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
        try {
            Picture picture =
                    ImageFile.readPicture(file.find(inputs.parameters().text("image")));
            ImageBatch image = picture.image();
            Mask mask = picture.mask();
            return new NodeOutputs(Map.of("image", image, "mask", mask), image.byteSize() + mask.byteSize());
        } catch (IOException e) {
            throw NodeException.of("image", e);
        }
    }

    @Override
    public String changeMarker(ParameterValues parameters) {
        return file.changeMarker(parameters.text("image"));
    }
}
