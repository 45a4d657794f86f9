package dev.weft.graph.validation;

import dev.weft.graph.Link;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Which nodes cannot run because of a problem. What depends on them cannot either.
final class Blame {
    private final NodeTable table;

    Blame(NodeTable table) {
        this.table = table;
    }

    /// All nodes that one of the problems is about.
    BitSet of(List<Problem> problems) {
        BitSet found = new BitSet();
        for (Problem problem : problems) {
            nodes(problem).filter(node -> node >= 0).forEach(found::set);
        }
        return found;
    }

    /// Whether the problem keeps one of these nodes from running, or is about what is to be run at all.
    boolean concerns(Problem problem, BitSet nodes) {
        return isAboutTargets(problem) || nodes(problem).anyMatch(node -> node >= 0 && nodes.get(node));
    }

    private static boolean isAboutTargets(Problem problem) {
        return problem instanceof TargetProblem || problem instanceof WorkflowProblem.NoOutput;
    }

    /// A link that hangs in the air spoils the node at which it ends, wherever it begins; −1 where that does
    /// not exist.
    private IntStream nodes(Problem problem) {
        return switch (problem) {
            case NodeProblem of -> IntStream.of(table.number(of.nodeId()));
            case ParameterProblem of -> IntStream.of(table.number(of.nodeId()));
            case LinkProblem.UnknownNode of -> end(of.link());
            case LinkProblem.UnknownPort of -> end(of.link());
            case LinkProblem.KindMismatch of -> end(of.link());
            case LinkProblem.ParameterMismatch of -> end(of.link());
            case LinkProblem.NumberMissing of -> end(of.link());
            case LinkProblem.InputLinkedTwice of ->
                IntStream.of(table.number(of.input().node()));
            case WorkflowProblem.Cycle of -> of.path().stream().flatMapToInt(this::end);
            case WorkflowProblem.DuplicateNodeId of -> table.numbers(of.id());
            case WorkflowProblem.NoOutput ignored -> IntStream.empty();
            case TargetProblem ignored -> IntStream.empty();
        };
    }

    private IntStream end(Link link) {
        return IntStream.of(table.number(link.to().node()));
    }
}
