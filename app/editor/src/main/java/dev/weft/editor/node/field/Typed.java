package dev.weft.editor.node.field;

import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import dev.weft.graph.types.Parameter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/// What people typed into a field, as the value of a parameter.
final class Typed {
    private static final BigInteger SEEDS = BigInteger.ONE.shiftLeft(64);

    private Typed() {}

    /// The value; nothing if a number was wanted and none was typed. A number beyond the range becomes the
    /// nearest in
    /// it.
    static Optional<JsonValue> value(Parameter parameter, String typed) {
        return switch (parameter) {
            case Parameter.Whole _, Parameter.Decimal _ ->
                Expression.value(typed).map(number -> number(parameter, number.doubleValue()));
            case Parameter.Seed _ ->
                Expression.value(typed)
                        .map(number ->
                                seed(number.setScale(0, RoundingMode.HALF_UP).toBigInteger()));
            case Parameter.Text _, Parameter.Choice _ -> Optional.of(new JsonString(typed));
            case Parameter.Flag _ -> Optional.empty();
        };
    }

    /// The nearest number that a parameter may have.
    static JsonValue number(Parameter parameter, double wanted) {
        Scale scale = Scale.of(parameter);
        if (parameter instanceof Parameter.Whole whole) {
            return JsonNumber.of(
                    scale.rounded(wanted, (double) whole.multipleOf()).longValue());
        }
        double within = Math.clamp(wanted, scale.minimum(), scale.maximum());
        return JsonNumber.of(BigDecimal.valueOf(within).stripTrailingZeros().doubleValue());
    }

    private static JsonValue seed(BigInteger wanted) {
        return new JsonNumber(wanted.mod(SEEDS).toString());
    }
}
