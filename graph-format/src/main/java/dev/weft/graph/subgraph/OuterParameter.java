package dev.weft.graph.subgraph;

import dev.weft.graph.json.JsonBoolean;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import dev.weft.graph.types.Parameter;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A parameter of a node inside a subgraph as the node that stands for the subgraph has it: under another name,
/// with
/// the value inside as its default.
final class OuterParameter {
    private OuterParameter() {}

    /// @param values what is set on the node inside; what is no valid value there leaves the default as it is
    static Parameter of(Parameter inner, String name, Map<String, JsonValue> values) {
        JsonValue value = values.get(inner.name());
        return switch (inner) {
            case Parameter.Whole whole ->
                new Parameter.Whole(
                        name,
                        Math.clamp(number(value, whole.initial()).longValue(), whole.minimum(), whole.maximum()),
                        whole.minimum(),
                        whole.maximum(),
                        whole.multipleOf(),
                        whole.description());
            case Parameter.Seed seed ->
                new Parameter.Seed(name, number(value, seed.initial()).longValue(), seed.description());
            case Parameter.Decimal decimal ->
                new Parameter.Decimal(
                        name,
                        Math.clamp(
                                number(value, decimal.initial()).doubleValue(), decimal.minimum(), decimal.maximum()),
                        decimal.minimum(),
                        decimal.maximum(),
                        decimal.description());
            case Parameter.Flag flag ->
                new Parameter.Flag(
                        name, value instanceof JsonBoolean truth ? truth.value() : flag.initial(), flag.description());
            case Parameter.Text text ->
                new Parameter.Text(name, text(value, text.initial()), text.multiline(), text.description());
            case Parameter.Choice choice ->
                new Parameter.Choice(
                        name,
                        choice.options().contains(text(value, choice.initial()))
                                ? text(value, choice.initial())
                                : choice.initial(),
                        choice.options(),
                        choice.description());
        };
    }

    private static Number number(@Nullable JsonValue value, Number initial) {
        if (value instanceof JsonNumber number) {
            // Compared before it is converted: the digits of 1e999999999 would fill the memory.
            return number.exact()
                    .filter(exact -> exact.precision() - exact.scale() <= 20)
                    .<Number>map(BigDecimal::stripTrailingZeros)
                    .orElse(initial);
        }
        return initial;
    }

    private static String text(@Nullable JsonValue value, String initial) {
        return value instanceof JsonString text ? text.value() : initial;
    }
}
