package dev.weft.models.control;

import dev.weft.models.image.ImageBatch;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One ControlNet at work: what it looks at, how strongly and during which steps it steers.
///
/// @param net the ControlNet
/// @param picture what it looks at: one picture for all rows of a batch, or one for each
/// @param strength factor on what it gives, at least 0; 0 changes nothing
/// @param start share of the steps, 0 … 1, before which it is off
/// @param end share of the steps, 0 … 1, after which it is off
public record Control(ControlNet net, ImageBatch picture, double strength, double start, double end) {
    private static final Logger LOG = LoggerFactory.getLogger(Control.class);

    public Control {
        if (!(strength >= 0) || Double.isInfinite(strength)) {
            throw new IllegalArgumentException("strength has to be 0 or more, but is " + strength + ".");
        }
        if (!(start >= 0 && start <= end && end <= 1)) {
            throw new IllegalArgumentException("start and end have to be shares of the steps with 0 ≤ start ≤ end ≤ 1,"
                    + " but are " + start + " and " + end + ".");
        }
    }

    /// Whether it steers in a step: if the whole step lies between start and end, as in diffusers.
    ///
    /// @param step counted from 0
    /// @param steps how many steps the run has
    public boolean covers(int step, int steps) {
        return strength > 0 && (double) step / steps >= start && (step + 1.0) / steps <= end;
    }

    /// The same control looking at another picture.
    public Control with(ImageBatch other) {
        return new Control(net, other, strength, start, end);
    }

    /// The same control with its picture brought to another size, which the log says.
    ///
    /// @param height in pixels
    /// @param width in pixels
    public Control fitted(int height, int width) {
        Optional<String> remark = FittedPictures.remark(net.name(), picture, height, width);
        if (remark.isEmpty()) {
            return this;
        }
        LOG.warn(remark.get());
        float[] fitted = FittedPictures.of(picture, height, width).values();
        return with(new ImageBatch(picture.batch(), height, width, fitted));
    }
}
