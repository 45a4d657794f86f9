package dev.weft.models.control;

import ai.onnxruntime.OrtException;
import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.ModelOutput;
import dev.weft.models.backend.ModelSession;
import dev.weft.models.backend.SessionFactory;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.onnx.InvalidModelException;
import dev.weft.models.onnx.OnnxModel;
import dev.weft.models.onnx.OptimisedGraph;
import dev.weft.models.onnx.RewrittenModel;
import dev.weft.models.onnx.RewrittenModelCache;
import dev.weft.models.onnx.UNetStructure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A network that reads a picture of edges, depths or poses and steers a U-Net by it ("Adding Conditional Control to
/// Text-to-Image Diffusion Models", arXiv 2302.05543).
///
/// Its graph gets the same treatment as a plain U-Net's: fused attention, and timesteps with fractions. Opened when it
/// is first run, and then kept. Thread-safe.
public final class ControlNet implements AutoCloseable {
    private final String name;
    private final OnnxModel model;
    private final ControlRoles roles;
    private final SessionFactory sessions;
    private final RewrittenModelCache rewritten;
    private @Nullable ControlSession opened;

    private ControlNet(
            String name, OnnxModel model, ControlRoles roles, SessionFactory sessions, RewrittenModelCache rewritten) {
        this.name = name;
        this.model = model;
        this.roles = roles;
        this.sessions = sessions;
        this.rewritten = rewritten;
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

    /// What it is called in workflows and messages.
    public String name() {
        return name;
    }

    /// The residuals of some rows, unscaled.
    ///
    /// @param rows which rows of the batch
    /// @param pictures for each of them which of `fitted` it follows
    /// @return `[rows, channels, height, width]` each, in the order of the network
    /// @throws ModelException with a sentence for the user if it was made for another model, or fails
    List<ModelOutput> run(
            LatentRows batch, List<Integer> rows, FittedPictures fitted, List<Integer> pictures, StopSignal stop) {
        return session().run(batch, rows, fitted, pictures, stop);
    }

    /// How many rows each call computes, if the file fixes it.
    OptionalInt fixedRows() {
        OptionalLong fixed = session().fixedRows();
        return fixed.isPresent() ? OptionalInt.of(Math.toIntExact(fixed.getAsLong())) : OptionalInt.empty();
    }

    private synchronized ControlSession session() {
        ControlSession known = opened;
        if (known == null) {
            known = new ControlSession(name, open(), roles);
            opened = known;
        }
        return known;
    }

    private ModelSession open() {
        String file = model.file().toString();
        try {
            RewrittenModel graph = rewritten.get(model, UNetStructure.plain(), sessions::openUnmanaged);
            if (sessions.onProcessor()) {
                Optional<OptimisedGraph> optimised = rewritten.optimised(model, graph);
                if (optimised.isPresent()) {
                    return sessions.open(file, optimised.get()::open);
                }
            }
            return sessions.open(file, graph.bytes(), graph.externalFolder());
        } catch (InvalidModelException e) {
            throw new ModelException(String.valueOf(e.getMessage()), e);
        } catch (OrtException e) {
            throw sessions.unusable(file, e);
        }
    }

    @Override
    public synchronized void close() {
        ControlSession known = opened;
        if (known != null) {
            known.close();
            opened = null;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
