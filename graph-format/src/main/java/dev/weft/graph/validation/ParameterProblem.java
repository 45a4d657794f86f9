package dev.weft.graph.validation;

import dev.weft.graph.json.Excerpt;
import dev.weft.graph.json.JsonBoolean;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// A problem of one parameter's value.
public sealed interface ParameterProblem extends Problem {
    /// Id of the node.
    String nodeId();

    /// Name of the parameter.
    String parameter();

    @Override
    default Optional<String> node() {
        return Optional.of(nodeId());
    }

    @Override
    default Optional<String> port() {
        return Optional.of(parameter());
    }

    /// The node type has no such parameter.
    ///
    /// @param nodeId the node
    /// @param parameter the name that is unknown
    /// @param input whether the node has an input of this name, which is linked and not set
    /// @param known the names of the parameters that there are
    /// @param suggestion the nearest of them
    record Unknown(String nodeId, String parameter, boolean input, List<String> known, Optional<String> suggestion)
            implements ParameterProblem {
        /// Takes a copy.
        public Unknown {
            known = List.copyOf(known);
        }

        @Override
        public String message() {
            String remedy;
            if (input) {
                remedy = "it is an input, so link an output to it.";
            } else if (suggestion.isPresent()) {
                remedy = "did you mean '" + suggestion.get() + "'?";
            } else if (known.isEmpty()) {
                remedy = "the node has none, so remove it.";
            } else {
                remedy = "choose one of " + String.join(", ", known) + ".";
            }
            return "Node '" + Excerpt.plain(nodeId) + "' has no parameter '" + Excerpt.plain(parameter) + "'; "
                    + remedy;
        }
    }

    /// The value is of another kind than the parameter.
    ///
    /// @param nodeId the node
    /// @param parameter the parameter
    /// @param value what it was set to
    /// @param expected what it must be, such as `a whole number`
    record WrongKind(String nodeId, String parameter, JsonValue value, String expected) implements ParameterProblem {
        /// What is expected of texts and choices.
        static final String TEXT = "text";

        @Override
        public String message() {
            return name(nodeId, parameter) + " must be " + expected + ", but is " + Excerpt.of(value) + "; " + remedy();
        }

        private String remedy() {
            return switch (value) {
                case JsonString text
                when !expected.equals(TEXT) && isPlainValue(text.value()) -> "write it without quotation marks.";
                case JsonNumber ignored when expected.equals(TEXT) -> "put it into quotation marks.";
                case JsonBoolean ignored when expected.equals(TEXT) -> "put it into quotation marks.";
                default -> "correct it.";
            };
        }

        private static boolean isPlainValue(String text) {
            return text.equals("true") || text.equals("false") || JsonNumber.isNumber(text);
        }
    }

    /// The value is too small or too large.
    ///
    /// @param nodeId the node
    /// @param parameter the parameter
    /// @param value what it was set to
    /// @param minimum the smallest value allowed, as people write it
    /// @param maximum the largest value allowed, as people write it
    record OutOfRange(String nodeId, String parameter, JsonValue value, String minimum, String maximum)
            implements ParameterProblem {
        @Override
        public String message() {
            return name(nodeId, parameter) + " is " + Excerpt.of(value) + ", which is out of range; choose from "
                    + minimum + " to " + maximum + ".";
        }
    }

    /// The value is not divisible as it must be.
    ///
    /// @param nodeId the node
    /// @param parameter the parameter
    /// @param value what it was set to
    /// @param divisor what it must be a multiple of
    /// @param nearest the nearest value that is allowed
    record NotMultiple(String nodeId, String parameter, long value, long divisor, long nearest)
            implements ParameterProblem {
        @Override
        public String message() {
            return name(nodeId, parameter) + " is " + value + ", which is not a multiple of " + divisor
                    + "; the nearest allowed value is " + nearest + ".";
        }
    }

    /// The word is not one of those allowed.
    ///
    /// @param nodeId the node
    /// @param parameter the parameter
    /// @param value what it was set to
    /// @param options the words allowed
    /// @param suggestion the nearest of them
    record NotInList(String nodeId, String parameter, String value, List<String> options, Optional<String> suggestion)
            implements ParameterProblem {
        private static final int OPTIONS_SHOWN = 20;

        /// Takes a copy.
        public NotInList {
            options = List.copyOf(options);
        }

        @Override
        public String message() {
            List<String> shown = options.stream().limit(OPTIONS_SHOWN).toList();
            String more = options.size() > OPTIONS_SHOWN ? " and " + (options.size() - OPTIONS_SHOWN) + " more" : "";
            return name(nodeId, parameter) + " is " + Excerpt.quoted(value) + ", which is not in its list; "
                    + suggestion
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("choose one of " + String.join(", ", shown) + more + ".");
        }
    }

    private static String name(String node, String parameter) {
        return "Parameter '" + parameter + "' of node '" + Excerpt.plain(node) + "'";
    }
}
