package dev.weft.models.control;

import dev.weft.models.backend.InputMemory;
import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.ModelInput;
import dev.weft.models.backend.ModelOutput;
import dev.weft.models.backend.ModelPort;
import dev.weft.models.backend.ModelSession;
import dev.weft.models.backend.OpenedModel;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.text.Conditioning;
import dev.weft.models.text.Pooled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// An opened ControlNet, with the memory for its inputs.
final class ControlSession implements OpenedModel {
    private static final int TIME_IDS = 6;

    private final String name;
    private final ModelSession session;
    private final ControlRoles roles;
    private final InputMemory<CallShape> memory = new InputMemory<>();

    ControlSession(String name, ModelSession session, ControlRoles roles) {
        this.name = name;
        this.session = session;
        this.roles = roles;
    }

    /// How many rows a call has to have, if the file fixes it.
    OptionalLong fixedRows() {
        return port(roles.sample()).fixed(0);
    }

    /// See [ControlNet#run].
    synchronized List<ModelOutput> run(
            LatentRows batch, List<Integer> rows, FittedPictures fitted, List<Integer> pictures, StopSignal stop) {
        requireShape(batch);
        int count = Math.toIntExact(fixedRows().orElse(rows.size()));
        Map<String, ModelInput> inputs = inputs(CallShape.of(count, batch, fitted));
        fill(inputs, batch, filled(rows, count), fitted, filled(pictures, count));
        return session.run(inputs.values(), roles.residuals(), stop);
    }

    /// The rows, and the last one again until there are `count`.
    private static List<Integer> filled(List<Integer> rows, int count) {
        List<Integer> all = new ArrayList<>(rows);
        all.addAll(Collections.nCopies(count - rows.size(), rows.getLast()));
        return all;
    }

    private void requireShape(LatentRows batch) {
        ModelPort sample = port(roles.sample());
        requireSize("latents with channels", sample.fixed(1), batch.channels());
        requireSize("latents of height", sample.fixed(2), batch.height());
        requireSize("latents of width", sample.fixed(3), batch.width());
        requireSize(
                "prompts with tokens", port(roles.text()).fixed(1), batch.text().tokens());
    }

    private void requireSize(String what, OptionalLong fixed, int given) {
        if (fixed.isPresent() && fixed.getAsLong() != given) {
            throw new ModelException("The ControlNet " + name + " takes only " + what + " " + fixed.getAsLong()
                    + ", but " + given + " was given; change the workflow, or export it with free sizes.");
        }
    }

    private Map<String, ModelInput> inputs(CallShape shape) {
        return memory.of(shape, () -> {
            int rows = shape.rows();
            Map<String, ModelInput> made = new LinkedHashMap<>();
            add(made, roles.sample(), rows, shape.channels(), shape.height(), shape.width());
            add(made, roles.timestep(), vector(roles.timestep(), rows));
            add(made, roles.text(), rows, shape.tokens(), shape.textWidth());
            add(made, roles.picture(), rows, ImageBatch.CHANNELS, shape.pictureHeight(), shape.pictureWidth());
            roles.scale().ifPresent(scale -> add(made, scale, vector(scale, rows)));
            roles.pooled().ifPresent(pooled -> add(made, pooled, rows, shape.pooledWidth()));
            roles.timeIds().ifPresent(ids -> add(made, ids, rows, TIME_IDS));
            return made;
        });
    }

    private void add(Map<String, ModelInput> made, String input, long... shape) {
        made.put(input, session.allocate(port(input), shape));
    }

    private void fill(
            Map<String, ModelInput> inputs,
            LatentRows batch,
            List<Integer> rows,
            FittedPictures fitted,
            List<Integer> pictures) {
        Conditioning text = batch.text();
        gather(inputs, roles.sample(), batch.sample(), batch.latentSize(), rows);
        input(inputs, roles.timestep()).fill(batch.timestep());
        gather(inputs, roles.text(), text.hiddenStates(), text.tokens() * text.width(), rows);
        gather(inputs, roles.picture(), fitted.values(), fitted.size(), pictures);
        roles.scale().ifPresent(scale -> input(inputs, scale).fill(1));
        roles.pooled()
                .ifPresent(port ->
                        text.pooled().ifPresent(pooled -> gather(inputs, port, pooled.values(), pooled.width(), rows)));
        roles.timeIds()
                .ifPresent(ids -> gather(inputs, ids, batch.timeIds(), TIME_IDS, Collections.nCopies(rows.size(), 0)));
    }

    private static void gather(
            Map<String, ModelInput> inputs, String port, float[] source, int size, List<Integer> rows) {
        ModelInput input = input(inputs, port);
        for (int row = 0; row < rows.size(); row++) {
            input.put(row * size, source, rows.get(row) * size, size);
        }
    }

    private static ModelInput input(Map<String, ModelInput> inputs, String port) {
        return Optional.ofNullable(inputs.get(port)).orElseThrow();
    }

    private ModelPort port(String input) {
        return Optional.ofNullable(session.inputs().get(input)).orElseThrow();
    }

    /// Exporters make numbers a scalar, a vector of one, or one number a row.
    private long[] vector(String input, int rows) {
        ModelPort port = port(input);
        return port.rank() == 0 ? new long[0] : new long[] {port.fixed(0).orElse(rows)};
    }

    @Override
    public long workingBytes() {
        return 0;
    }

    @Override
    public synchronized void close() {
        memory.close();
        session.close();
    }

    private record CallShape(
            int rows,
            int channels,
            int height,
            int width,
            int tokens,
            int textWidth,
            int pooledWidth,
            int pictureHeight,
            int pictureWidth) {
        static CallShape of(int rows, LatentRows batch, FittedPictures fitted) {
            Conditioning text = batch.text();
            return new CallShape(
                    rows,
                    batch.channels(),
                    batch.height(),
                    batch.width(),
                    text.tokens(),
                    text.width(),
                    text.pooled().map(Pooled::width).orElse(0),
                    fitted.height(),
                    fitted.width());
        }
    }
}
