package dev.weft.models.control;

import dev.weft.models.onnx.OnnxModel;
import java.nio.file.Path;

/// A network that reads a picture of edges, depths or poses and steers a U-Net by it ("Adding Conditional Control to
/// Text-to-Image Diffusion Models", arXiv 2302.05543).
///
/// Thread-safe.
public final class ControlNet {
    private final String name;
    private final OnnxModel model;

    /// Opens nothing.
    ///
    /// @param name what it is called in workflows and messages
    /// @param model the model file, read and checked
    public ControlNet(String name, OnnxModel model) {
        this.name = name;
        this.model = model;
    }

    /// What it is called in workflows and messages.
    public String name() {
        return name;
    }

    /// The file that it is read from.
    public Path file() {
        return model.file();
    }
}
