package dev.weft.cli;

import dev.weft.graph.json.JsonBoolean;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import dev.weft.graph.types.Parameter;
import java.math.BigDecimal;
import java.util.Optional;

/// Reads the value of a parameter as people write it on a command line, and says what a parameter takes.
final class WrittenValue {
    private static final BigDecimal LARGEST_SEED = new BigDecimal("18446744073709551615");

    private WrittenValue() {}

    /// The value as it stands in a workflow file; nothing if the parameter does not take it. Texts are taken as they
    /// are, line breaks included.
    static Optional<JsonValue> read(String text, Parameter parameter) {
        return switch (parameter) {
            case Parameter.Whole whole ->
                number(text)
                        .filter(value -> isWhole(value, BigDecimal.valueOf(whole.minimum()), whole.maximum()))
                        .filter(value -> value.toBigIntegerExact().longValueExact() % whole.multipleOf() == 0)
                        .map(value -> new JsonNumber(value.toBigIntegerExact().toString()));
            case Parameter.Seed ignored ->
                number(text)
                        .filter(value -> isWhole(value, BigDecimal.ZERO, LARGEST_SEED))
                        .map(value -> new JsonNumber(value.toBigIntegerExact().toString()));
            case Parameter.Decimal decimal ->
                number(text)
                        .filter(value -> value.compareTo(BigDecimal.valueOf(decimal.minimum())) >= 0
                                && value.compareTo(BigDecimal.valueOf(decimal.maximum())) <= 0)
                        .map(value -> new JsonNumber(text));
            case Parameter.Flag ignored ->
                switch (text) {
                    case "true" -> Optional.of(new JsonBoolean(true));
                    case "false" -> Optional.of(new JsonBoolean(false));
                    default -> Optional.empty();
                };
            case Parameter.Text ignored -> Optional.of(new JsonString(text));
            case Parameter.Choice choice ->
                choice.options().contains(text) ? Optional.of(new JsonString(text)) : Optional.empty();
        };
    }

    /// What the parameter takes, to follow "takes".
    static String taken(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Whole whole ->
                "a whole number from " + whole.minimum() + " to " + whole.maximum()
                        + (whole.multipleOf() == 1 ? "" : " that is a multiple of " + whole.multipleOf());
            case Parameter.Seed ignored -> "a whole number from 0 to " + LARGEST_SEED;
            case Parameter.Decimal decimal ->
                "a number from " + plain(decimal.minimum()) + " to " + plain(decimal.maximum());
            case Parameter.Flag ignored -> "true or false";
            case Parameter.Text text -> text.multiline() ? "text of any number of lines" : "text";
            case Parameter.Choice choice -> "one of " + String.join(", ", choice.options());
        };
    }

    /// The value that a node has on which the parameter is not set.
    static String initial(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Whole whole -> Long.toString(whole.initial());
            case Parameter.Seed seed -> Long.toUnsignedString(seed.initial());
            case Parameter.Decimal decimal -> plain(decimal.initial());
            case Parameter.Flag flag -> Boolean.toString(flag.initial());
            case Parameter.Text text -> text.initial().isEmpty() ? "empty" : "\"" + text.initial() + "\"";
            case Parameter.Choice choice -> choice.initial();
        };
    }

    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static Optional<BigDecimal> number(String text) {
        return JsonNumber.isNumber(text) ? new JsonNumber(text).exact() : Optional.empty();
    }

    private static boolean isWhole(BigDecimal value, BigDecimal minimum, long maximum) {
        return isWhole(value, minimum, BigDecimal.valueOf(maximum));
    }

    private static boolean isWhole(BigDecimal value, BigDecimal minimum, BigDecimal maximum) {
        return value.compareTo(minimum) >= 0
                && value.compareTo(maximum) <= 0
                && value.stripTrailingZeros().scale() <= 0;
    }
}
