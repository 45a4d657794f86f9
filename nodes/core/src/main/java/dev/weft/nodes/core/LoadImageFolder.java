package dev.weft.nodes.core;

import dev.weft.graph.types.Extent;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule.Typing;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.ImageFile;
import dev.weft.models.image.Mask;
import dev.weft.models.image.Picture;
import dev.weft.models.image.ScaleFilter;
import dev.weft.models.image.Scaling;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.core.files.InputFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `core:load_image_folder`: all pictures of a folder as one batch.
final class LoadImageFolder implements NodeType {
    private static final Logger LOG = LoggerFactory.getLogger(LoadImageFolder.class);
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "tif", "tiff", "bmp", "gif");

    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "core:load_image_folder",
                    1,
                    "Load Image Folder",
                    "image",
                    "Loads all pictures of a folder, in the order of their names, and makes them equally large.")
            .with(new OutputPort("image", PortKind.IMAGE, "The pictures without their transparency, as one batch."))
            .with(new OutputPort("mask", PortKind.MASK, "Where each picture is transparent."))
            .with(new Parameter.Text("folder", "", false, "The folder; relative names begin at the input folder."))
            .with(new Parameter.Whole(
                    "width", 0, 0, ResizeImage.LONGEST_SIDE, "Width of all in pixels; 0 is that of the first picture."))
            .with(new Parameter.Whole(
                    "height",
                    0,
                    0,
                    ResizeImage.LONGEST_SIDE,
                    "Height of all in pixels; 0 is that of the first picture."))
            .with(ResizeImage.fit())
            .with(query -> {
                Extent extent = new Extent(
                        OptionalInt.empty(),
                        known(query.parameters().integer("width")),
                        known(query.parameters().integer("height")));
                return Typing.of(Map.of("image", extent, "mask", extent));
            });

    private final InputFolder folder;

    LoadImageFolder(Folders folders) {
        this.folder = new InputFolder(folders, "folder", ENDINGS);
    }

    @Override
    public NodeSignature signature() {
        return SIGNATURE;
    }

    @Override
    public String changeMarker(ParameterValues parameters) {
        return folder.changeMarker(parameters.text("folder"));
    }

    @Override
    public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
        ParameterValues parameters = inputs.parameters();
        List<Path> files = folder.files(parameters.text("folder"));
        try {
            Picture first = ImageFile.readPicture(files.getFirst());
            int width = parameters.integer("width");
            int height = parameters.integer("height");
            Scaling scaling = new Scaling(
                    height == 0 ? first.image().height() : height,
                    width == 0 ? first.image().width() : width,
                    ScaleFilter.LANCZOS,
                    parameters.text("fit").equals(ResizeImage.CROP));
            return batch(files, first, scaling, context);
        } catch (IOException | IllegalArgumentException e) {
            throw NodeException.of("folder", e);
        }
    }

    private static NodeOutputs batch(List<Path> files, Picture first, Scaling scaling, NodeContext context)
            throws IOException, NodeException {
        int size = scaling.height() * scaling.width();
        requireMemory(files.size(), scaling);
        float[] rgb = new float[files.size() * ImageBatch.CHANNELS * size];
        float[] mask = new float[files.size() * size];
        for (int i = 0; i < files.size(); i++) {
            context.cancellation().throwIfRequested();
            Picture picture = i == 0 ? first : ImageFile.readPicture(files.get(i));
            if (picture.image().width() != scaling.width() || picture.image().height() != scaling.height()) {
                LOG.info(
                        "The picture {} of {}×{} pixels was made {}×{}.",
                        files.get(i).getFileName(),
                        picture.image().width(),
                        picture.image().height(),
                        scaling.width(),
                        scaling.height());
            }
            System.arraycopy(
                    scaling.of(picture.image()).rgb(),
                    0,
                    rgb,
                    i * ImageBatch.CHANNELS * size,
                    ImageBatch.CHANNELS * size);
            System.arraycopy(scaling.of(picture.mask()).values(), 0, mask, i * size, size);
            context.progress(i + 1, files.size());
        }
        ImageBatch images = new ImageBatch(files.size(), scaling.height(), scaling.width(), rgb);
        Mask masks = new Mask(files.size(), scaling.height(), scaling.width(), mask);
        return new NodeOutputs(Map.of("image", images, "mask", masks), images.byteSize() + masks.byteSize());
    }

    private static void requireMemory(int pictures, Scaling scaling) throws NodeException {
        long values = (long) pictures * ImageBatch.CHANNELS * scaling.height() * scaling.width();
        if (values > Integer.MAX_VALUE - 8) {
            throw new NodeException(
                    "folder",
                    "The " + pictures + " pictures of " + scaling.width() + "×" + scaling.height()
                            + " pixels are more than fits together; set a smaller width and height, or take fewer.");
        }
    }

    private static OptionalInt known(int side) {
        return side == 0 ? OptionalInt.empty() : OptionalInt.of(side);
    }
}
