package dev.weft.models.control;

import dev.weft.models.backend.ModelOutput;
import dev.weft.models.backend.StopSignal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What steers the rows of a batch at one step.
public final class ControlledRows {
    private final boolean prepared;
    private final List<ControlPart> active;

    ControlledRows(boolean prepared, List<ControlPart> active) {
        this.prepared = prepared;
        this.active = List.copyOf(active);
    }

    /// Nothing does, nor will in any step of the run.
    public static ControlledRows none() {
        return new ControlledRows(false, List.of());
    }

    /// Whether the U-Net has to take residuals, in this step or in another one of the run.
    public boolean prepared() {
        return prepared;
    }

    /// The sum of what the ControlNets give to the rows of one call of the U-Net; nothing if none steers any of them.
    ///
    /// @param batch all rows of the batch
    /// @param call for each row of the call which row of the batch it is
    /// @throws dev.weft.models.backend.ModelException with a sentence for the user if a ControlNet was made for
    ///     another model, or fails
    public Optional<Residuals> residuals(LatentRows batch, List<Integer> call, StopSignal stop) {
        @Nullable Residuals sum = null;
        for (ControlPart part : active) {
            List<Integer> places = IntStream.range(0, call.size())
                    .filter(place -> part.steers(call.get(place)))
                    .boxed()
                    .toList();
            int most = part.control().net().fixedRows().orElse(Math.max(1, places.size()));
            for (int from = 0; from < places.size(); from += most) {
                List<Integer> some = places.subList(from, Math.min(places.size(), from + most));
                List<ModelOutput> outputs =
                        run(part, batch, some.stream().map(call::get).toList(), stop);
                String net = part.control().net().name();
                if (sum == null) {
                    sum = Residuals.zeros(net, outputs, call.size());
                }
                sum.add(net, outputs, some, part.control().strength());
            }
        }
        return Optional.ofNullable(sum);
    }

    private static List<ModelOutput> run(ControlPart part, LatentRows batch, List<Integer> rows, StopSignal stop) {
        List<Integer> pictures = rows.stream().map(part.pictures()::get).toList();
        return part.control().net().run(batch, rows, part.fitted(), pictures, stop);
    }
}
