package dev.weft.graph.types;

import java.util.List;

/// A value that is set on a node, with its default and what it may be. An output of a fitting kind may be
/// linked to it instead; its value is checked when it arrives.
public sealed interface Parameter {
    /// Unique among the node type's inputs and parameters; lower-case words joined by `_`.
    String name();

    /// One sentence for people: meaning, unit, what a larger value does.
    String description();

    /// The default, as the value of a parameter: a [Long] for whole numbers and seeds, a [Double], a [Boolean] or a
    /// [String].
    default Object initialValue() {
        return switch (this) {
            case Whole whole -> whole.initial();
            case Seed seed -> seed.initial();
            case Decimal decimal -> decimal.initial();
            case Flag flag -> flag.initial();
            case Text text -> text.initial();
            case Choice choice -> choice.initial();
        };
    }

    /// The kinds of outputs that may be linked to it.
    default List<PortKind> kinds() {
        return switch (this) {
            case Whole ignored -> List.of(PortKind.WHOLE);
            case Seed ignored -> List.of(PortKind.WHOLE);
            case Decimal ignored -> List.of(PortKind.DECIMAL, PortKind.WHOLE);
            case Flag ignored -> List.of(PortKind.FLAG);
            case Text ignored -> List.of(PortKind.TEXT);
            case Choice ignored -> List.of(PortKind.TEXT);
        };
    }

    /// Whether an output of kind `given` may be linked to it.
    default boolean accepts(PortKind given) {
        return kinds().stream().anyMatch(kind -> kind.accepts(given));
    }

    /// A whole number from `minimum` to `maximum`, both included; the default is `initial`.
    ///
    /// @param multipleOf what the value must be divisible by; 1 for any
    record Whole(String name, long initial, long minimum, long maximum, long multipleOf, String description)
            implements Parameter {
        /// A parameter of which every value in the range is valid.
        public Whole(String name, long initial, long minimum, long maximum, String description) {
            this(name, initial, minimum, maximum, 1, description);
        }
    }

    /// A random seed: a whole number from 0 to 2⁶⁴−1, held in the bits of a `long`.
    record Seed(String name, long initial, String description) implements Parameter {}

    /// A finite decimal number from `minimum` to `maximum`, both included.
    record Decimal(String name, double initial, double minimum, double maximum, String description)
            implements Parameter {}

    /// True or false.
    record Flag(String name, boolean initial, String description) implements Parameter {}

    /// Text.
    ///
    /// @param multiline whether people are given more than one line to write it
    record Text(String name, String initial, boolean multiline, String description) implements Parameter {}

    /// One of a fixed list of words.
    record Choice(String name, String initial, List<String> options, String description) implements Parameter {
        /// Takes a copy of `options`.
        public Choice {
            options = List.copyOf(options);
        }
    }
}
