package dev.weft.graph.types;

import java.util.OptionalInt;

/// A socket that takes values from other nodes.
///
/// A *lazy* input is worked out only when its node asks for it. Where an output that is a list is linked to an
/// ordinary input, the node runs once for each value; a *list* input takes all of them at once. A *variadic*
/// input takes any number of links, to the ports `name_1`, `name_2` and so on; numbers may be left out.
///
/// @param name unique among the node type's inputs and parameters; lower-case words joined by `_`
/// @param kind what it takes
/// @param required whether the node cannot run without it; a variadic one needs one link then
/// @param lazy whether it is worked out only when the node asks for it
/// @param list whether it takes whole lists
/// @param variadic whether it takes any number of links
/// @param description one sentence for people
public record InputPort(
        String name,
        PortKind kind,
        boolean required,
        boolean lazy,
        boolean list,
        boolean variadic,
        String description) {
    private static final int MOST_DIGITS = 6;

    /// A port that takes one value, before the node runs.
    public InputPort(String name, PortKind kind, boolean required, String description) {
        this(name, kind, required, false, false, false, description);
    }

    /// A port that must be linked.
    public static InputPort required(String name, PortKind kind, String description) {
        return new InputPort(name, kind, true, description);
    }

    /// A port that may stay unlinked.
    public static InputPort optional(String name, PortKind kind, String description) {
        return new InputPort(name, kind, false, description);
    }

    /// This port as one that is worked out only when the node asks for it.
    public InputPort asLazy() {
        return new InputPort(name, kind, required, true, list, variadic, description);
    }

    /// This port as one that takes whole lists.
    public InputPort asList() {
        return new InputPort(name, kind, required, lazy, true, variadic, description);
    }

    /// This port as one that takes any number of links.
    public InputPort asVariadic() {
        return new InputPort(name, kind, required, lazy, list, true, description);
    }

    /// The name by which links and nodes call one of the ports of a variadic input.
    ///
    /// @param number from 1 to 999999
    public String numbered(int number) {
        return name + "_" + number;
    }

    /// Which of the ports of this variadic input a name means; nothing if it means none.
    public OptionalInt number(String portName) {
        int digits = portName.length() - name.length() - 1;
        if (!variadic || digits < 1 || digits > MOST_DIGITS || !portName.startsWith(name + "_")) {
            return OptionalInt.empty();
        }
        int number = 0;
        for (int i = name.length() + 1; i < portName.length(); i++) {
            int digit = portName.charAt(i) - '0';
            if (digit < 0 || digit > 9 || (digit == 0 && number == 0)) {
                return OptionalInt.empty();
            }
            number = 10 * number + digit;
        }
        return OptionalInt.of(number);
    }
}
