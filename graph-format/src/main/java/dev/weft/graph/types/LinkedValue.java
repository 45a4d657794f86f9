package dev.weft.graph.types;

import dev.weft.graph.json.Excerpt;

/// Checks a value that a link gives to a parameter as one that is set there would be checked.
final class LinkedValue {
    private LinkedValue() {}

    /// The value as [ParameterValues] keeps it.
    ///
    /// @throws IllegalArgumentException if the parameter does not take it
    static Object of(Parameter parameter, Object given) {
        return switch (parameter) {
            case Parameter.Whole whole -> whole(whole, given);
            case Parameter.Seed ignored -> wholeNumber(given);
            case Parameter.Decimal decimal -> decimal(decimal, given);
            case Parameter.Flag ignored -> ofClass(Boolean.class, "true or false", given);
            case Parameter.Text ignored -> ofClass(String.class, "text", given);
            case Parameter.Choice choice -> choice(choice, given);
        };
    }

    private static Long whole(Parameter.Whole parameter, Object given) {
        long value = wholeNumber(given);
        if (value < parameter.minimum() || value > parameter.maximum()) {
            throw outOfRange(value, Long.toString(parameter.minimum()), Long.toString(parameter.maximum()));
        }
        if (value % parameter.multipleOf() != 0) {
            throw new IllegalArgumentException("the link gives " + value + ", which is not a multiple of "
                    + parameter.multipleOf() + "; give one that is");
        }
        return value;
    }

    private static Long wholeNumber(Object given) {
        return switch (given) {
            case Long value -> value;
            case Integer value -> value.longValue();
            default -> throw wrongKind("a whole number", given);
        };
    }

    private static Double decimal(Parameter.Decimal parameter, Object given) {
        double value = switch (given) {
            case Double number -> number;
            case Float number -> number;
            case Long number -> number;
            case Integer number -> number;
            default -> throw wrongKind("a number", given);
        };
        if (!(value >= parameter.minimum() && value <= parameter.maximum())) {
            throw outOfRange(value, Double.toString(parameter.minimum()), Double.toString(parameter.maximum()));
        }
        return value;
    }

    private static String choice(Parameter.Choice parameter, Object given) {
        String word = ofClass(String.class, "text", given);
        if (!parameter.options().contains(word)) {
            throw new IllegalArgumentException("the link gives " + Excerpt.quoted(word)
                    + ", which is not in its list; give one of " + String.join(", ", parameter.options()));
        }
        return word;
    }

    private static <T> T ofClass(Class<T> type, String wanted, Object given) {
        if (!type.isInstance(given)) {
            throw wrongKind(wanted, given);
        }
        return type.cast(given);
    }

    private static IllegalArgumentException wrongKind(String wanted, Object given) {
        return new IllegalArgumentException("the link gives a "
                + given.getClass().getSimpleName() + ", but it takes " + wanted + "; link another output");
    }

    private static IllegalArgumentException outOfRange(Object value, String minimum, String maximum) {
        return new IllegalArgumentException(
                "the link gives " + value + ", which is out of range; give from " + minimum + " to " + maximum);
    }
}
