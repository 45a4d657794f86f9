package dev.weft.editor.node.field;

import dev.weft.graph.Node;
import dev.weft.graph.json.JsonBoolean;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import dev.weft.graph.types.Parameter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/// The value that a parameter has on a node: the one that is set, or the default.
///
/// @param value of the kind that the parameter takes, or as it stands in the file
/// @param sound whether the parameter may have it
record Setting(JsonValue value, boolean sound) {
    private static final BigInteger LARGEST_SEED = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    /// Reads a node.
    static Setting of(Node node, Parameter parameter) {
        JsonValue set = node.parameters().get(parameter.name());
        JsonValue value = set == null ? initial(parameter) : set;
        return new Setting(value, allowed(parameter, value));
    }

    /// The default as it would be written.
    static JsonValue initial(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Whole whole -> JsonNumber.of(whole.initial());
            case Parameter.Seed seed -> new JsonNumber(Long.toUnsignedString(seed.initial()));
            case Parameter.Decimal decimal -> JsonNumber.of(decimal.initial());
            case Parameter.Flag flag -> new JsonBoolean(flag.initial());
            case Parameter.Text text -> new JsonString(text.initial());
            case Parameter.Choice choice -> new JsonString(choice.initial());
        };
    }

    /// Whether a parameter may have a value.
    static boolean allowed(Parameter parameter, JsonValue value) {
        return switch (parameter) {
            case Parameter.Whole whole ->
                within(value, (double) whole.minimum(), (double) whole.maximum())
                        && whole(value)
                                .filter(number -> number.mod(BigInteger.valueOf(whole.multipleOf()))
                                        .equals(BigInteger.ZERO))
                                .isPresent();
            case Parameter.Seed _ ->
                whole(value)
                        .filter(number -> number.signum() >= 0 && number.compareTo(LARGEST_SEED) <= 0)
                        .isPresent();
            case Parameter.Decimal decimal -> within(value, decimal.minimum(), decimal.maximum());
            case Parameter.Flag _ -> value instanceof JsonBoolean;
            case Parameter.Text _ -> value instanceof JsonString;
            case Parameter.Choice choice ->
                value instanceof JsonString(String word) && choice.options().contains(word);
        };
    }

    /// The number, if it is one of a size that can be written out.
    Optional<BigDecimal> number() {
        return number(value);
    }

    /// The text, or what stands in its place.
    String text() {
        return value instanceof JsonString(String words) ? words : value.toString();
    }

    /// Whether it is true.
    boolean on() {
        return value instanceof JsonBoolean flag && flag.value();
    }

    /// The number as a `double`, or 0.
    double approximate() {
        return value instanceof JsonNumber number ? number.approximate() : 0;
    }

    private static Optional<BigDecimal> number(JsonValue value) {
        return value instanceof JsonNumber number && Double.isFinite(number.approximate())
                ? number.exact().filter(exact -> Math.abs(exact.scale()) < 400)
                : Optional.empty();
    }

    private static Optional<BigInteger> whole(JsonValue value) {
        return number(value)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::toBigInteger);
    }

    private static boolean within(JsonValue value, double minimum, double maximum) {
        return number(value)
                .filter(number -> number.doubleValue() >= minimum && number.doubleValue() <= maximum)
                .isPresent();
    }
}
