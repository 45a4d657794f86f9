package dev.weft.models.control;

import ai.onnxruntime.OrtException;
import dev.weft.models.backend.KeptModel;
import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.ModelOutput;
import dev.weft.models.backend.SessionFactory;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.onnx.Dimension;
import dev.weft.models.onnx.InvalidModelException;
import dev.weft.models.onnx.OnnxModel;
import dev.weft.models.onnx.RewrittenModel;
import dev.weft.models.onnx.RewrittenModelCache;
import dev.weft.models.onnx.UNetStructure;
import dev.weft.models.text.Conditioning;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/// A network that reads a picture of edges, depths or poses and steers a U-Net by it ("Adding Conditional Control to
/// Text-to-Image Diffusion Models", arXiv 2302.05543).
///
/// Its graph gets the same treatment as a plain U-Net's: fused attention, and timesteps with fractions. Opened when it
/// is first run, and open as long as there is memory for it. Thread-safe.
public final class ControlNet implements AutoCloseable {
    private final String name;
    private final OnnxModel model;
    private final ControlRoles roles;
    private final KeptModel<ControlSession> kept;

    private ControlNet(
            String name, OnnxModel model, ControlRoles roles, SessionFactory sessions, RewrittenModelCache rewritten) {
        this.name = name;
        this.model = model;
        this.roles = roles;
        this.kept = sessions.keep(
                model.file().toString(),
                model.weightBytes(sessions.onProcessor()),
                stop -> open(sessions, rewritten, stop));
    }

    /// Reads and checks a model file; opens nothing yet.
    ///
    /// @param name what it is called in workflows and messages
    /// @param sessions opens it
    /// @param rewritten keeps its rewritten graph between runs
    /// @throws InvalidModelException with a sentence for the user if the file is not sound or no ControlNet
    public static ControlNet read(String name, Path file, SessionFactory sessions, RewrittenModelCache rewritten)
            throws InvalidModelException {
        OnnxModel model = OnnxModel.read(file);
        return new ControlNet(name, model, ControlRoles.of(model), sessions, rewritten);
    }

    /// Whether its file still is the one that was read.
    public boolean isCurrent() {
        return model.stamp().isCurrent();
    }

    /// What it is called in workflows and messages.
    public String name() {
        return name;
    }

    /// Makes sure that it was made for the kind of model that prompts were encoded by; opens nothing.
    ///
    /// @throws ModelException with a sentence for the user if it was not
    public void requireFitting(Conditioning text) {
        OptionalInt width = fixed(roles.text(), 2);
        if (width.isPresent() && width.getAsInt() != text.width()) {
            throw new ModelException("The ControlNet " + name + " was made for another kind of model: it reads prompts"
                    + " of width " + width.getAsInt() + ", but this model's have " + text.width()
                    + "; use a ControlNet of this model.");
        }
        if (roles.pooled().isPresent() && text.pooled().isEmpty()) {
            throw new ModelException("The ControlNet " + name
                    + " was made for Stable Diffusion XL, which this model is not; use a ControlNet of this model.");
        }
    }

    /// The residuals of some rows, unscaled.
    ///
    /// @param rows which rows of the batch
    /// @param pictures for each of them which of `fitted` it follows
    /// @return `[rows, channels, height, width]` each, in the order of the network
    /// @throws ModelException with a sentence for the user if it was made for another model, or fails
    List<ModelOutput> run(
            LatentRows batch, List<Integer> rows, FittedPictures fitted, List<Integer> pictures, StopSignal stop) {
        requireFitting(batch.text());
        return kept.use(stop, session -> session.run(batch, rows, fitted, pictures, stop));
    }

    /// How many rows each call computes, if the file fixes it.
    OptionalInt fixedRows() {
        return fixed(roles.sample(), 0);
    }

    private OptionalInt fixed(String input, int dimension) {
        List<Dimension> shape = model.input(input).orElseThrow().shape();
        return dimension < shape.size() && shape.get(dimension) instanceof Dimension.Fixed(long size)
                ? OptionalInt.of(Math.toIntExact(size))
                : OptionalInt.empty();
    }

    private ControlSession open(SessionFactory sessions, RewrittenModelCache rewritten, StopSignal stop) {
        try {
            RewrittenModel graph = rewritten.get(model, UNetStructure.plain(), sessions::openUnmanaged, stop);
            stop.throwIfStopped();
            return rewritten.open(sessions, model, graph).into(session -> new ControlSession(name, session, roles));
        } catch (InvalidModelException e) {
            throw new ModelException(String.valueOf(e.getMessage()), e);
        } catch (OrtException e) {
            throw sessions.unusable(model.file().toString(), e);
        }
    }

    /// Closes it if it is open and not in use; it is opened again when it is needed.
    public void free() {
        kept.free();
    }

    /// Closes it for good.
    @Override
    public void close() {
        kept.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
