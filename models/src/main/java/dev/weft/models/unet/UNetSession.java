package dev.weft.models.unet;

import dev.weft.models.backend.InputMemory;
import dev.weft.models.backend.ModelInput;
import dev.weft.models.backend.ModelPort;
import dev.weft.models.backend.ModelSession;
import dev.weft.models.backend.OpenedModel;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.control.LatentRows;
import dev.weft.models.control.Residuals;
import dev.weft.models.text.Conditioning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One opened graph of a U-Net, with the memory for its inputs, which is used again from call to call.
final class UNetSession implements OpenedModel {
    private static final int TIME_IDS = 6;

    private final ModelSession session;
    private final UNetRoles roles;
    private final StyleInputs style;
    private final RowMemory rowMemory;
    private final InputMemory<CallShape> memory = new InputMemory<>();
    private volatile long workingBytes;

    /// Takes hold of the session: closing this closes it.
    ///
    /// @param rowMemory estimates what calls take
    UNetSession(ModelSession session, int selfAttentionLayers, RowMemory rowMemory) {
        this.session = session;
        this.rowMemory = rowMemory;
        this.roles = UNetRoles.of(session);
        this.style = new StyleInputs(roles, selfAttentionLayers);
    }

    UNetRoles roles() {
        return roles;
    }

    /// Runs one chunk and copies the wanted rows of the result to their places in `result`.
    ///
    /// @param residuals what ControlNets give for the rows of the chunk
    synchronized void run(
            Chunk chunk, UNetBatch batch, Optional<Residuals> residuals, float[] result, StopSignal stop) {
        int rows = chunk.size();
        LatentRows latents = batch.latents();
        Conditioning text = latents.text();
        residuals.ifPresent(given -> ControlledCall.requireFitting(session.name(), roles.residuals(), given));
        CallShape shape = new CallShape(
                rows, latents.channels(), latents.height(), latents.width(), text.tokens(), residuals.isPresent());
        Map<String, ModelInput> inputs = memory.of(
                shape, () -> allocate(shape, text.width(), batch.sharing().referenceCount(), residuals));
        workingBytes = Math.max(workingBytes, rows * rowMemory.bytes((long) latents.height() * latents.width()));
        int latent = latents.latentSize();
        gather(inputs, roles.sample(), chunk, latents.sample(), latent);
        input(inputs, roles.timestep()).fill(latents.timestep());
        gather(inputs, roles.text(), chunk, text.hiddenStates(), text.tokens() * text.width());
        roles.pooled()
                .ifPresent(port -> text.pooled()
                        .ifPresent(pooled -> gather(inputs, port, chunk, pooled.values(), pooled.width())));
        roles.timeIds().ifPresent(port -> input(inputs, port).put(repeated(latents.timeIds(), rows)));
        style.fill(inputs, chunk, batch.sharing());
        residuals.ifPresent(given -> ControlledCall.put(given, roles.residuals(), inputs));
        float[] values = session.run(inputs.values(), List.of(roles.output()), stop)
                .getFirst()
                .values();
        for (int row = 0; row < rows; row++) {
            if (chunk.wanted().get(row)) {
                System.arraycopy(values, row * latent, result, chunk.rows().get(row) * latent, latent);
            }
        }
    }

    private static void gather(
            Map<String, ModelInput> inputs, ModelPort port, Chunk chunk, float[] source, int rowSize) {
        ModelInput input = input(inputs, port);
        for (int row = 0; row < chunk.size(); row++) {
            input.put(row * rowSize, source, chunk.rows().get(row) * rowSize, rowSize);
        }
    }

    private static float[] repeated(float[] one, int rows) {
        float[] all = new float[rows * TIME_IDS];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(one, 0, all, row * TIME_IDS, TIME_IDS);
        }
        return all;
    }

    private static ModelInput input(Map<String, ModelInput> inputs, ModelPort port) {
        ModelInput input = inputs.get(port.name());
        if (input == null) {
            throw new IllegalStateException("There is no memory for the input " + port.name() + ".");
        }
        return input;
    }

    private Map<String, ModelInput> allocate(
            CallShape shape, int textWidth, int references, Optional<Residuals> residuals) {
        long rows = shape.rows();
        Map<String, ModelInput> made = new LinkedHashMap<>();
        add(made, roles.sample(), rows, shape.channels(), shape.height(), shape.width());
        add(made, roles.timestep(), timestepShape(rows));
        add(made, roles.text(), rows, shape.tokens(), textWidth);
        roles.pooled().ifPresent(port -> add(made, port, rows, port.fixed(1).orElse(textWidth)));
        roles.timeIds().ifPresent(port -> add(made, port, rows, TIME_IDS));
        style.allocate(rows, references, (port, sizes) -> add(made, port, sizes));
        ControlledCall.shapes(roles.residuals(), rows, residuals).forEach((port, sizes) -> add(made, port, sizes));
        return made;
    }

    private void add(Map<String, ModelInput> made, ModelPort port, long... shape) {
        made.put(port.name(), session.allocate(port, shape));
    }

    /// Exporters make the timestep a scalar, a vector of one, or one number a row.
    private long[] timestepShape(long rows) {
        ModelPort timestep = roles.timestep();
        return timestep.rank() == 0
                ? new long[0]
                : new long[] {timestep.fixed(0).orElse(rows)};
    }

    @Override
    public long workingBytes() {
        return workingBytes;
    }

    @Override
    public synchronized void close() {
        memory.close();
        session.close();
    }

    private record CallShape(int rows, int channels, int height, int width, int tokens, boolean controlled) {}
}
