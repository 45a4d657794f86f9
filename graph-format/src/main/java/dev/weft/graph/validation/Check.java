package dev.weft.graph.validation;

import dev.weft.graph.Link;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Workflow;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One validation of one workflow.
final class Check {
    private static final int MISSING_INPUTS_WITH_SUGGESTION = 20;

    private final Workflow workflow;
    private final NodeCatalog catalog;
    private final NodeTable table;
    private final Suggestions suggestions = new Suggestions();
    private final Wiring wiring;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Optional<ParameterValues>> parameters = new ArrayList<>();
    private int missingInputs;

    Check(Workflow workflow, NodeCatalog catalog) {
        this.workflow = workflow;
        this.catalog = catalog;
        this.table = new NodeTable(workflow.nodes(), catalog);
        this.wiring = new Wiring(workflow.links(), table, suggestions);
    }

    Validation run() {
        problems.addAll(table.problems(catalog, suggestions));
        problems.addAll(wiring.problems());
        for (int[] cycle : Cycles.in(wiring.graph())) {
            List<Link> path = new ArrayList<>(cycle.length);
            for (int arrow : cycle) {
                path.add(wiring.link(arrow));
            }
            problems.add(new WorkflowProblem.Cycle(path));
        }
        readParameters();
        BitSet needed = needed();
        BitSet incomplete = incomplete(needed);
        TypeInference inference = new TypeInference(table, wiring, parameters, incomplete);
        int[] order = PlanOrder.of(wiring.graph(), needed);
        for (int node : order) {
            inference.infer(node);
        }
        problems.addAll(inference.problems());
        return problems.isEmpty() ? new Validation.Valid(plan(order, inference)) : new Validation.Invalid(problems);
    }

    private void readParameters() {
        for (int i = 0; i < table.size(); i++) {
            Optional<NodeForm> form = table.form(i);
            if (form.isEmpty()) {
                parameters.add(Optional.empty());
            } else {
                ParameterReader reader = new ParameterReader(table.node(i), form.get(), suggestions);
                parameters.add(reader.read());
                problems.addAll(reader.problems());
            }
        }
    }

    /// What the terminal nodes need. A node of unknown type may be one; if nothing is, all nodes count as
    /// needed, so that what they lack is told at once.
    private BitSet needed() {
        BitSet ends = new BitSet();
        boolean unknownTypes = false;
        boolean terminals = false;
        for (int i = 0; i < table.size(); i++) {
            boolean unknown = table.form(i).isEmpty();
            boolean terminal = table.isTerminal(i);
            unknownTypes |= unknown;
            terminals |= terminal;
            ends.set(i, unknown || terminal);
        }
        if (!terminals && !unknownTypes) {
            Optional<NodeTypeId> suggestion = catalog.all().stream()
                    .filter(NodeSignature::terminal)
                    .map(NodeSignature::id)
                    .findFirst();
            problems.add(new WorkflowProblem.NoOutput(suggestion));
        }
        if (!terminals) {
            ends.set(0, table.size());
        }
        return wiring.graph().leadingTo(ends);
    }

    /// Reports required inputs that needed nodes lack, and returns these nodes.
    private BitSet incomplete(BitSet needed) {
        BitSet incomplete = new BitSet();
        for (int node = needed.nextSetBit(0); node >= 0; node = needed.nextSetBit(node + 1)) {
            if (table.form(node).isEmpty()) {
                continue;
            }
            for (InputPort input : table.form(node).get().signature().inputs()) {
                if (input.required() && !wiring.inputs(node).containsKey(input.name())) {
                    incomplete.set(node);
                    problems.add(new NodeProblem.MissingInput(
                            table.node(node).id(), input.name(), input.kind(), outputFor(node, input.kind())));
                }
            }
        }
        return incomplete;
    }

    /// The first output in the document that could be linked to a node without making a cycle.
    private Optional<PortAddress> outputFor(int node, PortKind kind) {
        if (++missingInputs > MISSING_INPUTS_WITH_SUGGESTION) {
            return Optional.empty();
        }
        BitSet self = new BitSet();
        self.set(node);
        BitSet later = wiring.graph().reachedFrom(self);
        for (int i = 0; i < table.size(); i++) {
            if (later.get(i) || table.form(i).isEmpty()) {
                continue;
            }
            for (OutputPort output : table.form(i).get().signature().outputs()) {
                if (output.kind().equals(kind)) {
                    return Optional.of(new PortAddress(table.node(i).id(), output.name()));
                }
            }
        }
        return Optional.empty();
    }

    private Plan plan(int[] order, TypeInference inference) {
        List<PlannedNode> nodes = new ArrayList<>(order.length);
        for (int node : order) {
            NodeSignature signature = table.form(node).orElseThrow().signature();
            Map<String, PortAddress> inputs = new LinkedHashMap<>();
            for (InputPort input : signature.inputs()) {
                PortAddress source = wiring.inputs(node).get(input.name());
                if (source != null) {
                    inputs.put(input.name(), source);
                }
            }
            nodes.add(new PlannedNode(
                    table.node(node), signature, parameters.get(node).orElseThrow(), inputs, inference.outputs(node)));
        }
        return new Plan(workflow, nodes);
    }
}
