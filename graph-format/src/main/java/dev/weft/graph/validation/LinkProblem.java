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
    /// @param parameter whether the node has a parameter of this name, which is set and not linked
    /// @param known the names of the ports that the node has there
    /// @param suggestion the nearest of them
    record UnknownPort(
            Link link,
            PortAddress end,
            boolean output,
            boolean parameter,
            List<String> known,
            Optional<String> suggestion)
            implements LinkProblem {
        /// Takes a copy.
        public UnknownPort {
            known = List.copyOf(known);
        }

        @Override
        public String message() {
            String sort = output ? "output" : "input";
            String remedy;
            if (parameter) {
                remedy = "it is a parameter, so remove the link and set its value.";
            } else if (suggestion.isPresent()) {
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
            return name(link) + " gives a " + given + " to an input that takes a " + wanted
                    + "; link an output of kind " + wanted + " instead.";
        }
    }

    /// Several links end at one input.
    ///
    /// @param input the input
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
