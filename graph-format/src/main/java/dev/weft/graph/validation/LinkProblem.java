package dev.weft.graph.validation;

import dev.weft.graph.Link;
import dev.weft.graph.PortAddress;
import dev.weft.graph.json.Excerpt;
import dev.weft.graph.types.PortKind;
import java.util.List;
import java.util.Optional;

/// A problem of one link, or of several that share an end. Its node and port are the end at fault.
public sealed interface LinkProblem extends Problem {
    /// The end at fault.
    PortAddress end();

    @Override
    default Optional<String> node() {
        return Optional.of(end().node());
    }

    @Override
    default Optional<String> port() {
        return Optional.of(end().port());
    }

    /// A link begins or ends at a node that does not exist.
    ///
    /// @param link the link
    /// @param end the end that hangs in the air
    /// @param suggestion id of a node of nearly the same name
    record UnknownNode(Link link, PortAddress end, Optional<String> suggestion) implements LinkProblem {
        @Override
        public String message() {
            return name(link) + " names a node '" + Excerpt.plain(end.node()) + "' that does not exist; "
                    + suggestion
                            .map(near -> "did you mean '" + Excerpt.plain(near) + "'?")
                            .orElse("add the node or remove the link.");
        }
    }

    /// A link begins at an output, or ends at an input, that the node does not have.
    ///
    /// @param link the link
    /// @param end the end that hangs in the air
    /// @param output whether it would be an output
    /// @param known the names of what can be linked there: outputs, or inputs and then parameters
    /// @param suggestion the nearest of them
    record UnknownPort(Link link, PortAddress end, boolean output, List<String> known, Optional<String> suggestion)
            implements LinkProblem {
        /// Takes a copy.
        public UnknownPort {
            known = List.copyOf(known);
        }

        @Override
        public String message() {
            String sort = output ? "output" : "input";
            String remedy;
            if (suggestion.isPresent()) {
                remedy = "did you mean '" + suggestion.get() + "'?";
            } else if (known.isEmpty()) {
                remedy = "the node has no " + sort + "s, so remove the link.";
            } else {
                remedy = "choose one of " + String.join(", ", known) + ".";
            }
            return name(link) + " names an " + sort + " '" + Excerpt.plain(end.port()) + "' that node '"
                    + Excerpt.plain(end.node()) + "' does not have; " + remedy;
        }
    }

    /// A link joins ports of different kinds.
    ///
    /// @param link the link
    /// @param given the output's kind
    /// @param wanted the input's kind
    record KindMismatch(Link link, PortKind given, PortKind wanted) implements LinkProblem {
        @Override
        public PortAddress end() {
            return link.to();
        }

        @Override
        public String message() {
            return name(link) + " gives " + Article.with(given) + " to an input that takes " + Article.with(wanted)
                    + "; link an output of kind " + wanted + " instead.";
        }
    }

    /// A link gives a parameter something that it cannot be set to.
    ///
    /// @param link the link
    /// @param given the output's kind
    /// @param wanted the kinds that the parameter takes
    record ParameterMismatch(Link link, PortKind given, List<PortKind> wanted) implements LinkProblem {
        /// Takes a copy.
        public ParameterMismatch {
            wanted = List.copyOf(wanted);
        }

        @Override
        public PortAddress end() {
            return link.to();
        }

        @Override
        public String message() {
            String kinds =
                    String.join(" or ", wanted.stream().map(Article::with).toList());
            return name(link) + " gives " + Article.with(given) + " to a parameter that takes " + kinds
                    + "; link an output of that kind, or remove the link and set its value.";
        }
    }

    /// A link ends at an input that takes any number of links, but does not say as which of them.
    ///
    /// @param link the link
    record NumberMissing(Link link) implements LinkProblem {
        @Override
        public PortAddress end() {
            return link.to();
        }

        @Override
        public String message() {
            String input = link.to().port();
            return name(link) + " ends at an input that takes any number of links, each with a number of its own; link "
                    + "to " + input + "_1, " + input + "_2 and so on.";
        }
    }

    /// Several links end at one input or parameter.
    ///
    /// @param input the input or parameter
    /// @param outputs where the links begin
    record InputLinkedTwice(PortAddress input, List<PortAddress> outputs) implements LinkProblem {
        /// Takes a copy.
        public InputLinkedTwice {
            outputs = List.copyOf(outputs);
        }

        @Override
        public PortAddress end() {
            return input;
        }

        @Override
        public String message() {
            int shown = 4;
            List<String> names = outputs.stream()
                    .limit(shown)
                    .map(output -> Excerpt.plain(output.toString()))
                    .toList();
            String more = outputs.size() > shown ? " and " + (outputs.size() - shown) + " more" : "";
            return "Input '" + input.port() + "' of node '" + Excerpt.plain(input.node()) + "' takes one link but has "
                    + outputs.size() + ", from " + String.join(", ", names) + more + "; keep one of them.";
        }
    }

    private static String name(Link link) {
        return "The link " + Excerpt.plain(link.from().toString()) + " → "
                + Excerpt.plain(link.to().toString());
    }
}
