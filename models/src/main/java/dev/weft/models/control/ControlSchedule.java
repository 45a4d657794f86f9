package dev.weft.models.control;

import dev.weft.models.image.ImageBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which ControlNets steer which rows of a run, and in which of its steps.
public final class ControlSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(ControlSchedule.class);

    private final List<ControlPart> parts;
    private final int steps;

    private ControlSchedule(List<ControlPart> parts, int steps) {
        this.parts = List.copyOf(parts);
        this.steps = steps;
    }

    /// Prepares the controls of a run: pictures are brought to the size that is drawn.
    ///
    /// @param controls the ControlNets
    /// @param steered which rows they may steer
    /// @param height height of what is drawn, in pixels
    /// @param width width of what is drawn, in pixels
    /// @param steps how many steps the run has, which the controls' start and end refer to
    /// @throws IllegalArgumentException with a sentence for the user if a control has neither one picture
    ///     nor one for each that is drawn
    public static ControlSchedule of(Controls controls, SteeredRows steered, int height, int width, int steps) {
        Map<Control, FittedPictures> fitted = new HashMap<>();
        List<ControlPart> parts = new ArrayList<>();
        int half = steered.guided() ? 1 : 0;
        for (Control control : controls.positive()) {
            add(parts, control, half, steered, fitted, height, width);
        }
        if (steered.guided()) {
            List<ControlPart> unpaired = new ArrayList<>(parts);
            for (Control control : controls.ofNegativeHalf()) {
                // One call of the network for both halves is faster than two.
                ControlPart pair = unpaired.stream()
                        .filter(part -> part.control().equals(control))
                        .findFirst()
                        .orElse(null);
                if (pair == null) {
                    add(parts, control, 0, steered, fitted, height, width);
                } else {
                    unpaired.remove(pair);
                    parts.set(parts.indexOf(pair), pair.with(pictures(control, 0, steered)));
                }
            }
        }
        return new ControlSchedule(parts, steps);
    }

    private static void add(
            List<ControlPart> parts,
            Control control,
            int half,
            SteeredRows steered,
            Map<Control, FittedPictures> fitted,
            int height,
            int width) {
        requirePictures(control, steered.pictures());
        if (control.strength() > 0) {
            FittedPictures pictures = fitted.computeIfAbsent(control, key -> {
                FittedPictures.remark(key.net().name(), key.picture(), height, width)
                        .ifPresent(LOG::warn);
                return FittedPictures.of(key.picture(), height, width);
            });
            parts.add(new ControlPart(control, pictures, pictures(control, half, steered)));
        }
    }

    private static void requirePictures(Control control, int drawn) {
        ImageBatch picture = control.picture();
        if (picture.batch() != 1 && picture.batch() != drawn) {
            throw new IllegalArgumentException("There are " + picture.batch() + " pictures for the ControlNet "
                    + control.net().name() + ", but " + drawn + " are drawn; give it one picture for all, or one for"
                    + " each.");
        }
    }

    /// Which picture each row of the whole batch follows; [ControlPart#NONE] where it follows none.
    private static List<Integer> pictures(Control control, int half, SteeredRows steered) {
        int rows = steered.rows();
        boolean each = control.picture().batch() > 1;
        return IntStream.range(0, steered.guided() ? 2 * rows : rows)
                .mapToObj(row -> {
                    int place = row % rows;
                    boolean follows = row / rows == half && steered.holds(place);
                    return follows ? (each ? place : 0) : ControlPart.NONE;
                })
                .toList();
    }

    /// Whether any ControlNet steers in any step.
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /// What steers in a step.
    ///
    /// @param step counted from 0
    public ControlledRows at(int step) {
        return new ControlledRows(
                !parts.isEmpty(),
                parts.stream()
                        .filter(part -> part.control().covers(step, steps))
                        .toList());
    }
}
