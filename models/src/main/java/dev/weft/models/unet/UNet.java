package dev.weft.models.unet;

import ai.onnxruntime.OrtException;
import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.SessionFactory;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.control.ControlledRows;
import dev.weft.models.control.LatentRows;
import dev.weft.models.onnx.InvalidModelException;
import dev.weft.models.onnx.OnnxModel;
import dev.weft.models.onnx.ResidualPorts;
import dev.weft.models.onnx.RewrittenModel;
import dev.weft.models.onnx.RewrittenModelCache;
import dev.weft.models.onnx.TensorInfo;
import dev.weft.models.onnx.UNetStructure;
import dev.weft.models.text.Conditioning;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A U-Net: predicts from noisy latents and prompts what a sampler needs for its next step.
///
/// Each kind of sharing needs a graph of its own, which is made and opened when it is first asked for, and stays open
/// as
/// long as there is memory for it. Thread-safe.
public final class UNet implements AutoCloseable {
    private final OnnxModel model;
    private final Supplier<OnnxModel> changed;
    private final SessionFactory sessions;
    private final RewrittenModelCache rewritten;
    private final int downscale;
    private final boolean takesResiduals;
    private final long weightBytes;
    private final RowMemory rowMemory;
    private final UNetCalls calls;
    private final Map<UNetStructure, UNetGraph> graphs = new LinkedHashMap<>();
    private @Nullable String identity;

    /// Opens nothing yet.
    ///
    /// @param model the model file, read and checked
    /// @param sessions opens it
    /// @param rewritten keeps rewritten graphs between runs
    /// @param downscale how many pixels a latent is wide and high
    public UNet(OnnxModel model, SessionFactory sessions, RewrittenModelCache rewritten, int downscale) {
        this(model, () -> model, sessions, rewritten, downscale);
    }

    /// Opens nothing yet; the other parameters are as above.
    ///
    /// @param changed gives the model with other weights, each time it is opened; may throw a [ModelException]
    public UNet(
            OnnxModel model,
            Supplier<OnnxModel> changed,
            SessionFactory sessions,
            RewrittenModelCache rewritten,
            int downscale) {
        this.model = model;
        this.changed = changed;
        this.sessions = sessions;
        this.rewritten = rewritten;
        this.downscale = downscale;
        this.takesResiduals = ResidualPorts.among(
                        model.inputs().stream().map(TensorInfo::name).toList())
                .isPresent();
        this.weightBytes = model.weightBytes(sessions.onProcessor());
        this.rowMemory = RowMemory.of(model);
        this.calls = new UNetCalls(model.file().toString(), new BatchRows(sessions, rowMemory, weightBytes));
    }

    /// The raw prediction for every row.
    ///
    /// The batch is cut into several calls where the model file fixes another number of rows,
    /// [dev.weft.models.backend.BackendSettings#maxBatch()] is smaller or memory runs out; the result is the
    /// same.
    ///
    /// @param sample latents `[rows, channels, height, width]`, row-major
    /// @param height height of a latent
    /// @param width width of a latent
    /// @param timestep the timestep as the training schedule counts it; may have a fraction
    /// @param text one row of prompt for each row of latents
    /// @param sharing which rows take their style from which
    /// @return the prediction, shaped as `sample`
    /// @throws ModelException with a sentence for the user if the model cannot be rewritten, opened or run so
    /// @throws java.util.concurrent.CancellationException if stopped
    public float[] predict(
            float[] sample,
            int rows,
            int height,
            int width,
            double timestep,
            Conditioning text,
            Sharing sharing,
            StopSignal stop) {
        return predict(sample, rows, height, width, timestep, text, sharing, ControlledRows.none(), stop);
    }

    /// The raw prediction for every row, steered by ControlNets; the other parameters are as above.
    ///
    /// @param controls which ControlNets steer which rows
    /// @throws ModelException also if a ControlNet was made for another model
    public float[] predict(
            float[] sample,
            int rows,
            int height,
            int width,
            double timestep,
            Conditioning text,
            Sharing sharing,
            ControlledRows controls,
            StopSignal stop) {
        UNetBatch batch = new UNetBatch(
                new LatentRows(sample, rows, height, width, timestep, text, downscale), sharing, controls);
        UNetStructure structure = sharing.structure();
        UNetGraph graph = graph(controls.prepared() && !takesResiduals ? structure.withControl() : structure);
        graph.roles(stop).requireShape(model.file().toString(), batch.latents());
        return calls.run(graph, batch, stop);
    }

    /// How many pixels a latent is wide and high.
    int downscale() {
        return downscale;
    }

    /// Names this U-Net by what its files hold: 64 hexadecimal digits. A LoRA does not change it, as it leaves the
    /// latents what they are: a style that was made without one can be used with one.
    ///
    /// @throws ModelException with a sentence for the user if they cannot be read any more
    public synchronized String identity() {
        String known = identity;
        if (known != null) {
            return known;
        }
        try {
            known = rewritten.identity(model);
            identity = known;
            return known;
        } catch (InvalidModelException e) {
            throw new ModelException(String.valueOf(e.getMessage()), e);
        }
    }

    private synchronized UNetGraph graph(UNetStructure structure) {
        return graphs.computeIfAbsent(
                structure,
                wanted ->
                        new UNetGraph(sessions.keep(model.file().toString(), weightBytes, stop -> open(wanted, stop))));
    }

    private UNetSession open(UNetStructure structure, StopSignal stop) {
        String name = model.file().toString();
        try {
            OnnxModel merged = changed.get();
            stop.throwIfStopped();
            RewrittenModel graph = rewritten.get(merged, structure, sessions::openUnmanaged, stop);
            stop.throwIfStopped();
            return rewritten
                    .open(sessions, merged, graph)
                    .into(session -> new UNetSession(session, graph.selfAttentionLayers(), rowMemory));
        } catch (InvalidModelException e) {
            throw new ModelException(String.valueOf(e.getMessage()), e);
        } catch (OrtException e) {
            throw sessions.unusable(name, e);
        }
    }

    /// Closes what is open and not in use; it is opened again when it is needed.
    public synchronized void free() {
        graphs.values().forEach(UNetGraph::free);
    }

    /// Closes it for good.
    @Override
    public synchronized void close() {
        graphs.values().forEach(UNetGraph::close);
    }
}
