package dev.weft.graph.validation;

import dev.weft.graph.types.Extent;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortType;
import dev.weft.graph.types.TypeRule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Carries what is known of values before running along the links, from node to node.
///
/// A node with another problem is not asked: what it would say follows from that problem. Nor is one with a
/// linked parameter, as its value is not known yet. Nothing is known of what they give then.
final class TypeInference {
    private final NodeTable table;
    private final Wiring wiring;
    private final List<Optional<ParameterValues>> parameters;
    private final BitSet incomplete;
    private final List<Map<String, PortType>> outputs = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    TypeInference(NodeTable table, Wiring wiring, List<Optional<ParameterValues>> parameters, BitSet incomplete) {
        this.table = table;
        this.wiring = wiring;
        this.parameters = parameters;
        this.incomplete = incomplete;
        for (int i = 0; i < table.size(); i++) {
            outputs.add(Map.of());
        }
    }

    /// Infers what a node gives. All nodes that lead to it come before.
    void infer(int node) {
        Optional<NodeForm> form = table.form(node);
        if (form.isEmpty()) {
            return;
        }
        NodeSignature signature = form.get().signature();
        Map<String, Extent> known = Map.of();
        if (parameters.get(node).isPresent()
                && !wiring.isAtFault(node)
                && !incomplete.get(node)
                && form.get().parametersOf(wiring.inputs(node)).isEmpty()) {
            known = ask(node, form.get(), parameters.get(node).get());
        }
        Map<String, PortType> types = new LinkedHashMap<>();
        for (OutputPort output : signature.outputs()) {
            types.put(output.name(), new PortType(output.kind(), known.getOrDefault(output.name(), Extent.UNKNOWN)));
        }
        outputs.set(node, types);
    }

    /// What a node gives, by output.
    Map<String, PortType> outputs(int node) {
        return outputs.get(node);
    }

    /// What node types objected to.
    List<Problem> problems() {
        return problems;
    }

    private Map<String, Extent> ask(int node, NodeForm form, ParameterValues values) {
        String id = table.node(node).id();
        NodeSignature signature = form.signature();
        TypeRule.Typing typing;
        try {
            typing = Objects.requireNonNull(
                    signature.typeRule().infer(new TypeRule.Query(inputs(node, form), values)), "no answer");
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError mistake) {
            problems.add(new NodeProblem.TypeRuleFailed(id, signature.id(), mistake.toString()));
            return Map.of();
        }
        for (TypeRule.Mismatch mismatch : typing.mismatches()) {
            problems.add(new NodeProblem.DoesNotFit(id, mismatch.port(), mismatch.problem(), mismatch.remedy()));
        }
        return typing.outputs();
    }

    private Map<String, PortType> inputs(int node, NodeForm form) {
        Map<String, PortType> types = new LinkedHashMap<>();
        form.inputsOf(wiring.inputs(node)).forEach((name, source) -> {
            PortType given = outputs.get(table.number(source.node())).get(source.port());
            types.put(
                    name,
                    given == null ? PortType.of(form.input(name).orElseThrow().kind()) : given);
        });
        return types;
    }
}
