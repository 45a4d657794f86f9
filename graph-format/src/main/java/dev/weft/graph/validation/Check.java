package dev.weft.graph.validation;

import dev.weft.graph.Link;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Workflow;
import dev.weft.graph.subgraph.Flattened;
import dev.weft.graph.subgraph.Flattening;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.PortType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One validation of one workflow.
final class Check {
    private static final int MISSING_INPUTS_WITH_SUGGESTION = 20;

    private final Workflow workflow;
    private final Flattened flat;
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
        this.flat = Flattening.of(workflow, catalog);
        this.table = new NodeTable(flat.workflow().nodes(), catalog);
        this.wiring = new Wiring(flat.workflow().links(), table, suggestions);
    }

    /// @param chosen the nodes to run for, if not all output nodes
    Validation run(Optional<Choice> chosen) {
        flat.circular().forEach(node -> problems.add(new NodeProblem.HoldsItself(node)));
        flat.oversized().forEach(node -> problems.add(new NodeProblem.TooManyNodes(node)));
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
        Ends ends = chosen.map(choice -> Ends.chosen(choice, table, wiring.graph(), suggestions))
                .orElseGet(() -> Ends.all(table, catalog));
        problems.addAll(ends.problems());
        BitSet needed = wiring.graph().leadingTo(ends.checked());
        BitSet incomplete = incomplete(needed);
        TypeInference inference = new TypeInference(table, wiring, parameters, incomplete);
        for (int node : PlanOrder.of(wiring.graph(), needed)) {
            inference.infer(node);
        }
        problems.addAll(inference.problems());

        Blame blame = new Blame(table);
        List<Problem> told = chosen.isEmpty()
                ? problems
                : problems.stream()
                        .filter(problem -> blame.concerns(problem, needed))
                        .toList();
        if (told.isEmpty()) {
            return new Validation.Valid(plan(ends.targets(), inference));
        }
        BitSet sound = (BitSet) ends.targets().clone();
        sound.andNot(wiring.graph().reachedFrom(blame.of(told)));
        return new Validation.Invalid(told, sound.isEmpty() ? Optional.empty() : Optional.of(plan(sound, inference)));
    }

    /// What is known of every output of every node whose type is known, by node id, whatever is wrong
    /// elsewhere.
    Map<String, Map<String, PortType>> outputs() {
        readParameters();
        BitSet all = new BitSet();
        all.set(0, table.size());
        BitSet incomplete = new BitSet();
        for (int node = 0; node < table.size(); node++) {
            if (table.form(node).isPresent()
                    && !missing(node, table.form(node).get()).isEmpty()) {
                incomplete.set(node);
            }
        }
        TypeInference inference = new TypeInference(table, wiring, parameters, incomplete);
        Map<String, Map<String, PortType>> outputs = new LinkedHashMap<>();
        for (int node : PlanOrder.of(wiring.graph(), all)) {
            inference.infer(node);
            outputs.putIfAbsent(table.node(node).id(), inference.outputs(node));
        }
        return outputs;
    }

    private void readParameters() {
        for (int i = 0; i < table.size(); i++) {
            Optional<NodeForm> form = table.form(i);
            if (form.isEmpty()) {
                parameters.add(Optional.empty());
            } else {
                ParameterReader reader = new ParameterReader(table.node(i), form.get(), suggestions);
                parameters.add(
                        reader.read(form.get().parametersOf(wiring.inputs(i)).keySet()));
                problems.addAll(reader.problems());
            }
        }
    }

    /// Reports required inputs that needed nodes lack, and returns these nodes.
    private BitSet incomplete(BitSet needed) {
        BitSet incomplete = new BitSet();
        for (int node = needed.nextSetBit(0); node >= 0; node = needed.nextSetBit(node + 1)) {
            if (table.form(node).isEmpty()) {
                continue;
            }
            for (InputPort input : missing(node, table.form(node).get())) {
                incomplete.set(node);
                problems.add(missing(node, input));
            }
        }
        return incomplete;
    }

    private Problem missing(int node, InputPort input) {
        String id = table.node(node).id();
        String name = input.variadic() ? input.numbered(1) : input.name();
        String silent = flat.silenced().get(new PortAddress(id, name));
        return silent == null
                ? new NodeProblem.MissingInput(id, name, input.kind(), outputFor(node, input.kind()))
                : new NodeProblem.SilentInput(id, name, input.kind(), silent);
    }

    /// The required inputs that a node lacks.
    private List<InputPort> missing(int node, NodeForm form) {
        Set<String> linked = form.inputsOf(wiring.inputs(node)).keySet();
        return form.signature().inputs().stream()
                .filter(input -> input.required() && !isLinked(input, linked))
                .toList();
    }

    private static boolean isLinked(InputPort input, Set<String> linked) {
        return linked.contains(input.name())
                || linked.stream().anyMatch(name -> input.number(name).isPresent());
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
                if (kind.accepts(output.kind())) {
                    return Optional.of(new PortAddress(table.node(i).id(), output.name()));
                }
            }
        }
        return Optional.empty();
    }

    private Plan plan(BitSet targets, TypeInference inference) {
        List<PlannedNode> nodes = new ArrayList<>();
        List<String> targetIds = new ArrayList<>();
        for (int node : PlanOrder.of(wiring.graph(), wiring.graph().leadingTo(targets))) {
            NodeForm form = table.form(node).orElseThrow();
            Map<String, PortAddress> inputs = form.inputsOf(wiring.inputs(node));
            inputs.putAll(form.parametersOf(wiring.inputs(node)));
            PlannedNode planned = new PlannedNode(
                    table.node(node),
                    form.signature(),
                    parameters.get(node).orElseThrow(),
                    inputs,
                    inference.outputs(node));
            nodes.add(planned);
            if (targets.get(node)) {
                targetIds.add(planned.id());
            }
        }
        return new Plan(workflow, nodes, targetIds);
    }
}
