package dev.weft.graph.validation;

import dev.weft.graph.NodeTypeId;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.NodeSignature;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The nodes for whose sake a workflow is run: its terminal nodes, or those of them that were chosen.
final class Ends {
    private final NodeTable table;
    private final List<Problem> problems = new ArrayList<>();
    private final BitSet targets;
    private final BitSet checked;

    private Ends(NodeTable table, BitSet targets) {
        this.table = table;
        this.targets = targets;
        this.checked = (BitSet) targets.clone();
    }

    /// All terminal nodes. A node of unknown type may be one and is checked as such; if nothing is, all nodes
    /// are, so that what they lack is told at once.
    static Ends all(NodeTable table, NodeCatalog catalog) {
        Ends ends = new Ends(table, terminals(table));
        boolean unknownTypes = false;
        for (int i = 0; i < table.size(); i++) {
            if (table.form(i).isEmpty()) {
                ends.checked.set(i);
                unknownTypes = true;
            }
        }
        if (ends.targets.isEmpty()) {
            ends.checked.set(0, table.size());
            if (!unknownTypes) {
                Optional<NodeTypeId> suggestion = catalog.all().stream()
                        .filter(NodeSignature::terminal)
                        .map(NodeSignature::id)
                        .findFirst();
                ends.problems.add(new WorkflowProblem.NoOutput(suggestion));
            }
        }
        return ends;
    }

    /// The chosen nodes.
    static Ends chosen(Choice choice, NodeTable table, Digraph graph, Suggestions suggestions) {
        Ends ends = new Ends(table, new BitSet());
        BitSet terminals = terminals(table);
        if (choice.ids().isEmpty()) {
            ends.problems.add(new TargetProblem.NothingChosen(ends.names(terminals)));
        }
        for (String id : choice.ids()) {
            int node = table.number(id);
            if (node < 0) {
                ends.problems.add(new TargetProblem.UnknownTarget(
                        id, ends.names(terminals), suggestions.nearest(id, table.ids())));
            } else if (table.form(node).isEmpty()) {
                // That its type is unknown is told of it as of every node.
                ends.checked.set(node);
            } else if (choice.any() || terminals.get(node)) {
                ends.targets.set(node);
                ends.checked.set(node);
            } else {
                ends.problems.add(new TargetProblem.NoOutputNode(id, ends.fedBy(node, terminals, graph)));
            }
        }
        return ends;
    }

    /// What is to be run for.
    BitSet targets() {
        return targets;
    }

    /// What must be sound, together with all that leads to it: the targets, and what might be one.
    BitSet checked() {
        return checked;
    }

    /// What is wrong with the choice.
    List<Problem> problems() {
        return problems;
    }

    private List<String> fedBy(int node, BitSet terminals, Digraph graph) {
        BitSet start = new BitSet();
        start.set(node);
        BitSet fed = graph.reachedFrom(start);
        fed.and(terminals);
        BitSet others = (BitSet) terminals.clone();
        others.andNot(fed);
        return Stream.concat(names(fed).stream(), names(others).stream()).toList();
    }

    private List<String> names(BitSet nodes) {
        return nodes.stream().mapToObj(node -> table.node(node).id()).toList();
    }

    private static BitSet terminals(NodeTable table) {
        BitSet terminals = new BitSet();
        for (int i = 0; i < table.size(); i++) {
            terminals.set(i, table.isTerminal(i));
        }
        return terminals;
    }
}
