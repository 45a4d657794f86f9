package dev.weft.graph.validation;

import dev.weft.graph.Node;
import dev.weft.graph.json.JsonBoolean;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns the parameters of one node from JSON into values, and says which cannot be.
///
/// A whole number may be written `20`, `20.0` or `2e1`.
final class ParameterReader {
    private static final BigDecimal LARGEST_SEED =
            new BigDecimal(BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE));

    private final Node node;
    private final NodeForm form;
    private final Suggestions suggestions;
    private final List<Problem> problems = new ArrayList<>();

    ParameterReader(Node node, NodeForm form, Suggestions suggestions) {
        this.node = node;
        this.form = form;
        this.suggestions = suggestions;
    }

    /// What was found wrong by [#read(Set)].
    List<Problem> problems() {
        return problems;
    }

    /// All values but those of the parameters that are linked, defaults filled in; nothing if there are
    /// problems. What is set on a linked parameter is checked all the same, as it counts again when the link is
    /// removed.
    Optional<ParameterValues> read(Set<String> linked) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : form.signature().parameters()) {
            JsonValue value = node.parameters().get(parameter.name());
            if (value == null) {
                values.put(parameter.name(), parameter.initialValue());
            } else {
                read(parameter, value).ifPresent(read -> values.put(parameter.name(), read));
            }
        }
        values.keySet().removeAll(linked);
        for (String name : node.parameters().keySet()) {
            if (!form.parameters().containsKey(name)) {
                List<String> known = List.copyOf(form.parameters().keySet());
                boolean input = form.inputs().containsKey(name);
                problems.add(
                        new ParameterProblem.Unknown(node.id(), name, input, known, suggestions.nearest(name, known)));
            }
        }
        return problems.isEmpty() ? Optional.of(new ParameterValues(values)) : Optional.empty();
    }

    private Optional<Object> read(Parameter parameter, JsonValue value) {
        return switch (parameter) {
            case Parameter.Whole whole ->
                value instanceof JsonNumber number ? whole(whole, number) : wrongKind(whole, value, "a whole number");
            case Parameter.Seed seed ->
                value instanceof JsonNumber number ? seed(seed, number) : wrongKind(seed, value, "a whole number");
            case Parameter.Decimal decimal ->
                value instanceof JsonNumber number ? decimal(decimal, number) : wrongKind(decimal, value, "a number");
            case Parameter.Flag flag ->
                value instanceof JsonBoolean truth
                        ? Optional.of(truth.value())
                        : wrongKind(flag, value, "true or false");
            case Parameter.Text text ->
                value instanceof JsonString string
                        ? Optional.of(string.value())
                        : wrongKind(text, value, ParameterProblem.WrongKind.TEXT);
            case Parameter.Choice choice ->
                value instanceof JsonString string
                        ? choice(choice, string)
                        : wrongKind(choice, value, ParameterProblem.WrongKind.TEXT);
        };
    }

    private Optional<Object> whole(Parameter.Whole parameter, JsonNumber number) {
        Optional<Long> read = within(
                        parameter,
                        number,
                        BigDecimal.valueOf(parameter.minimum()),
                        BigDecimal.valueOf(parameter.maximum()))
                .map(BigDecimal::longValueExact);
        if (read.isPresent() && read.get() % parameter.multipleOf() != 0) {
            problems.add(new ParameterProblem.NotMultiple(
                    node.id(),
                    parameter.name(),
                    read.get(),
                    parameter.multipleOf(),
                    nearestMultiple(read.get(), parameter)));
            return Optional.empty();
        }
        return read.map(Long::valueOf);
    }

    private static long nearestMultiple(long value, Parameter.Whole parameter) {
        long step = parameter.multipleOf();
        long below = value - Math.floorMod(value, step);
        boolean belowAllowed = below >= parameter.minimum();
        boolean aboveAllowed = parameter.maximum() - below >= step;
        boolean aboveNearer = Math.floorMod(value, step) > step / 2;
        return aboveAllowed && (aboveNearer || !belowAllowed) ? below + step : below;
    }

    private Optional<Object> seed(Parameter.Seed parameter, JsonNumber number) {
        return within(parameter, number, BigDecimal.ZERO, LARGEST_SEED)
                .map(value -> value.toBigIntegerExact().longValue());
    }

    /// The number, if it is whole and lies between the bounds. Compared before it is converted, as the digits
    /// of 1e999999999 would fill the memory.
    private Optional<BigDecimal> within(
            Parameter parameter, JsonNumber number, BigDecimal minimum, BigDecimal maximum) {
        Optional<BigDecimal> exact = number.exact();
        if (exact.isEmpty() || exact.get().compareTo(minimum) < 0 || exact.get().compareTo(maximum) > 0) {
            return outOfRange(parameter, number, minimum.toPlainString(), maximum.toPlainString());
        }
        if (exact.get().stripTrailingZeros().scale() > 0) {
            return wrongKind(parameter, number, "a whole number");
        }
        return exact;
    }

    private Optional<Object> decimal(Parameter.Decimal parameter, JsonNumber number) {
        double value = number.approximate();
        if (value < parameter.minimum() || value > parameter.maximum() || Double.isInfinite(value)) {
            return outOfRange(
                    parameter, number, Double.toString(parameter.minimum()), Double.toString(parameter.maximum()));
        }
        return Optional.of(value);
    }

    private Optional<Object> choice(Parameter.Choice parameter, JsonString word) {
        if (parameter.options().contains(word.value())) {
            return Optional.of(word.value());
        }
        problems.add(new ParameterProblem.NotInList(
                node.id(),
                parameter.name(),
                word.value(),
                parameter.options(),
                suggestions.nearest(word.value(), parameter.options())));
        return Optional.empty();
    }

    private <T> Optional<T> wrongKind(Parameter parameter, JsonValue value, String expected) {
        problems.add(new ParameterProblem.WrongKind(node.id(), parameter.name(), value, expected));
        return Optional.empty();
    }

    private <T> Optional<T> outOfRange(Parameter parameter, JsonNumber value, String minimum, String maximum) {
        problems.add(new ParameterProblem.OutOfRange(node.id(), parameter.name(), value, minimum, maximum));
        return Optional.empty();
    }
}
