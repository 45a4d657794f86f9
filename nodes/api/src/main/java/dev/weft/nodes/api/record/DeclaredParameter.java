package dev.weft.nodes.api.record;

import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.nodes.api.NodeInputs;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// A component that is a parameter.
///
/// @param parameter the parameter
/// @param reading takes the component's value out of the node's
record DeclaredParameter(Parameter parameter, Function<ParameterValues, Object> reading) implements DeclaredInput {
    static DeclaredParameter of(Component component, Annotation annotation) {
        String name = component.name();
        return switch (annotation) {
            case Whole whole -> of(component, name, whole);
            case Decimal decimal -> of(component, name, decimal);
            case Flag flag -> {
                component.require(flag, Boolean.class, "a boolean");
                yield new DeclaredParameter(
                        new Parameter.Flag(name, flag.initial(), flag.value()), values -> values.flag(name));
            }
            case Text text -> {
                component.require(text, String.class, "a String");
                yield new DeclaredParameter(
                        new Parameter.Text(name, text.initial(), text.multiline(), text.value()),
                        values -> values.text(name));
            }
            case Seed seed -> {
                component.require(seed, Long.class, "a long");
                yield new DeclaredParameter(
                        new Parameter.Seed(name, seed.initial(), seed.value()), values -> values.whole(name));
            }
            case Choice choice -> of(component, name, choice);
            default -> throw new IllegalArgumentException("no parameter is declared by " + annotation);
        };
    }

    private static DeclaredParameter of(Component component, String name, Whole whole) {
        boolean wide = component.type() == Long.class;
        if (!wide && component.type() != Integer.class) {
            throw component.wrongType(whole, "a long or an int");
        }
        if (whole.minimum() > whole.maximum()) {
            throw component.fault("has a minimum above its maximum");
        }
        if (whole.initial() < whole.minimum() || whole.initial() > whole.maximum()) {
            throw component.fault("is " + whole.initial() + " at first, which is not from " + whole.minimum() + " to "
                    + whole.maximum());
        }
        if (whole.multipleOf() < 1 || whole.initial() % whole.multipleOf() != 0) {
            throw component.fault(
                    "is " + whole.initial() + " at first, which is not a multiple of " + whole.multipleOf());
        }
        if (!wide && (whole.minimum() < Integer.MIN_VALUE || whole.maximum() > Integer.MAX_VALUE)) {
            throw component.fault("is an int, and its range is larger; make it a long");
        }
        Parameter parameter = new Parameter.Whole(
                name, whole.initial(), whole.minimum(), whole.maximum(), whole.multipleOf(), whole.value());
        return wide
                ? new DeclaredParameter(parameter, values -> values.whole(name))
                : new DeclaredParameter(parameter, values -> values.integer(name));
    }

    private static DeclaredParameter of(Component component, String name, Decimal decimal) {
        boolean wide = component.type() == Double.class;
        if (!wide && component.type() != Float.class) {
            throw component.wrongType(decimal, "a double or a float");
        }
        // Written so that a value that is not a number is refused as well.
        if (!(decimal.minimum() <= decimal.initial() && decimal.initial() <= decimal.maximum())
                || Double.isInfinite(decimal.initial())) {
            throw component.fault("is " + decimal.initial() + " at first, which is not from " + decimal.minimum()
                    + " to " + decimal.maximum());
        }
        Parameter parameter =
                new Parameter.Decimal(name, decimal.initial(), decimal.minimum(), decimal.maximum(), decimal.value());
        return wide
                ? new DeclaredParameter(parameter, values -> values.decimal(name))
                : new DeclaredParameter(parameter, values -> (float) values.decimal(name));
    }

    private static DeclaredParameter of(Component component, String name, Choice choice) {
        Class<?> type = component.type();
        List<Object> constants;
        if (type.isEnum()) {
            if (choice.options().length > 0) {
                throw component.fault("is an enum, whose constants are the options; leave out options");
            }
            constants = List.of(type.getEnumConstants());
        } else if (type == String.class) {
            constants = List.of((Object[]) choice.options());
        } else {
            throw component.wrongType(choice, "an enum or a String");
        }
        List<String> words = constants.stream().map(DeclaredParameter::word).toList();
        if (words.isEmpty() || words.size() != words.stream().distinct().count()) {
            throw component.fault(
                    words.isEmpty() ? "has no options; say which words it can be" : "has the same option twice");
        }
        String initial = choice.initial().isEmpty() ? words.getFirst() : choice.initial();
        if (!words.contains(initial)) {
            throw component.fault(
                    "is '" + initial + "' at first, which is none of its options " + String.join(", ", words));
        }
        return new DeclaredParameter(
                new Parameter.Choice(name, initial, words, choice.value()),
                values -> constants.get(words.indexOf(values.text(name))));
    }

    private static String word(Object constant) {
        return constant instanceof Enum<?> named ? named.name().toLowerCase(Locale.ROOT) : constant.toString();
    }

    @Override
    public String name() {
        return parameter.name();
    }

    @Override
    public Object read(NodeInputs inputs) {
        return reading.apply(inputs.parameters());
    }
}
