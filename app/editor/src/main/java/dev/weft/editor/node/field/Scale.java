package dev.weft.editor.node.field;

import dev.weft.graph.types.Parameter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.OptionalDouble;

/// How a number is shown and dragged: the part of its range in which people mostly stay, and the steps in which
/// it
/// goes.
///
/// @param low where the fill behind it begins
/// @param high where the fill ends
/// @param step smallest step of a drag
/// @param minimum least value that it may have
/// @param maximum greatest value that it may have
/// @param filled whether its place in the range says something
/// @param decimals how many digits after the point it has at least
record Scale(double low, double high, double step, double minimum, double maximum, boolean filled, int decimals) {
    /// Where people mostly stay, of parameters that may go far beyond.
    private static final Map<String, Double> USUAL_MAXIMUM =
            Map.of("steps", 100.0, "cfg", 20.0, "inversion_cfg", 20.0, "style_scale", 2.0, "stride", 64.0);

    private static final double WIDEST_DECIMAL = 100;
    private static final double WIDEST_WHOLE = 256;
    private static final double FINE = 4;
    private static final double STEPS = 100;
    private static final int MOST_DECIMALS = 6;

    /// The scale of a number; of other parameters, one that says nothing.
    static Scale of(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Whole whole -> {
                Double usual = USUAL_MAXIMUM.get(whole.name());
                double high = usual == null ? (double) whole.maximum() : usual;
                double low = usual != null && whole.minimum() == 1 ? 0 : (double) whole.minimum();
                boolean filled = usual != null || high - low <= WIDEST_WHOLE;
                yield new Scale(
                        low,
                        high,
                        (double) whole.multipleOf(),
                        (double) whole.minimum(),
                        (double) whole.maximum(),
                        filled,
                        0);
            }
            case Parameter.Decimal decimal -> {
                Double usual = USUAL_MAXIMUM.get(decimal.name());
                double high = usual == null ? decimal.maximum() : usual;
                double low = decimal.minimum();
                boolean filled = high - low <= WIDEST_DECIMAL;
                double step = Math.pow(10, Math.floor(Math.log10((high - low) / STEPS) + 1e-9));
                yield new Scale(
                        low,
                        high,
                        Math.min(step, 1),
                        decimal.minimum(),
                        decimal.maximum(),
                        filled,
                        high - low <= FINE ? 2 : 1);
            }
            case Parameter.Seed _ -> new Scale(0, 1, 1, 0, (double) Long.MAX_VALUE, false, 0);
            case Parameter.Flag _, Parameter.Text _, Parameter.Choice _ -> new Scale(0, 1, 1, 0, 1, false, 0);
        };
    }

    /// The place of a number between low and high, from 0 to 1.
    OptionalDouble fill(double value) {
        return filled ? OptionalDouble.of(Math.clamp((value - low) / (high - low), 0, 1)) : OptionalDouble.empty();
    }

    /// A number as people read it.
    String words(BigDecimal value) {
        int scale = Math.clamp(value.stripTrailingZeros().scale(), decimals, MOST_DECIMALS);
        return value.setScale(scale, RoundingMode.HALF_EVEN).toPlainString();
    }

    /// The nearest number that it may have, in whole steps.
    BigDecimal rounded(double value, double steps) {
        BigDecimal unit = BigDecimal.valueOf(steps);
        BigDecimal whole = BigDecimal.valueOf(Math.clamp(value, minimum, maximum))
                .divide(unit, 0, RoundingMode.HALF_UP)
                .multiply(unit);
        if (whole.doubleValue() < minimum) {
            whole = whole.add(unit);
        }
        return whole.doubleValue() > maximum ? whole.subtract(unit) : whole;
    }
}
