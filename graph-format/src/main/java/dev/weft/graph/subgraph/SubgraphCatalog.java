package dev.weft.graph.subgraph;

import dev.weft.graph.ExposedParameter;
import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Subgraph;
import dev.weft.graph.Workflow;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.PortKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The node types that can be placed in one workflow: those of plugins, and one for each of its subgraphs.
///
/// What a subgraph's ports take and give follows from what they are wired to inside; a port that is not wired
/// takes
/// anything.
public final class SubgraphCatalog implements NodeCatalog {
    private static final String CATEGORY = "subgraph";

    private final NodeCatalog plugins;
    private final Workflow workflow;
    private final Optional<Subgraph> shown;
    private final Set<String> entered;

    /// The types for the outermost graph of a workflow.
    public SubgraphCatalog(NodeCatalog plugins, Workflow workflow) {
        this(plugins, workflow, Optional.empty(), Set.of());
    }

    private SubgraphCatalog(NodeCatalog plugins, Workflow workflow, Optional<Subgraph> shown, Set<String> entered) {
        this.plugins = plugins;
        this.workflow = workflow;
        this.shown = shown;
        this.entered = entered;
    }

    /// The types for the inside of a subgraph, where its own inputs and outputs are nodes too.
    public SubgraphCatalog inside(Subgraph subgraph) {
        Set<String> deeper = new HashSet<>(entered);
        deeper.add(subgraph.id());
        return new SubgraphCatalog(plugins, workflow, Optional.of(subgraph), deeper);
    }

    @Override
    public Optional<NodeSignature> find(NodeTypeId id) {
        if (!id.namespace().equals(Subgraph.NAMESPACE)) {
            return plugins.find(id);
        }
        if (id.equals(Subgraph.INPUTS)) {
            return shown.map(this::inputsOf);
        }
        if (id.equals(Subgraph.OUTPUTS)) {
            return shown.map(this::outputsOf);
        }
        // One that holds itself would go on for ever.
        return workflow.subgraph(id)
                .filter(subgraph -> !entered.contains(subgraph.id()))
                .map(this::signature);
    }

    @Override
    public List<NodeSignature> all() {
        List<NodeSignature> all = new ArrayList<>(plugins.all());
        workflow.subgraphs().forEach(subgraph -> find(subgraph.type()).ifPresent(all::add));
        return all;
    }

    private NodeSignature inputsOf(Subgraph subgraph) {
        NodeSignature signature = NodeSignature.of(
                Subgraph.INPUTS.toString(), 1, "Inputs", CATEGORY, "What arrives at the inputs of this subgraph.");
        for (String input : subgraph.inputs()) {
            signature = signature.with(new OutputPort(input, inputKind(subgraph, input), ""));
        }
        return signature;
    }

    private NodeSignature outputsOf(Subgraph subgraph) {
        NodeSignature signature = NodeSignature.of(
                Subgraph.OUTPUTS.toString(), 1, "Outputs", CATEGORY, "What the outputs of this subgraph give.");
        for (String output : subgraph.outputs()) {
            signature = signature.with(InputPort.optional(output, outputKind(subgraph, output), ""));
        }
        return signature;
    }

    private NodeSignature signature(Subgraph subgraph) {
        String title = subgraph.title().isEmpty() ? subgraph.id() : subgraph.title();
        NodeSignature signature = NodeSignature.of(
                subgraph.type().toString(),
                1,
                title,
                CATEGORY,
                "A graph of " + subgraph.nodes().size() + " nodes that is drawn as one.");
        for (String input : subgraph.inputs()) {
            boolean required = ends(subgraph, input).stream().anyMatch(end -> isRequired(subgraph, end));
            signature = signature.with(new InputPort(input, inputKind(subgraph, input), required, ""));
        }
        for (String output : subgraph.outputs()) {
            signature = signature.with(new OutputPort(output, outputKind(subgraph, output), ""));
        }
        for (ExposedParameter exposed : subgraph.parameters()) {
            Optional<Parameter> parameter = parameter(subgraph, exposed);
            if (parameter.isPresent() && signature.parameter(exposed.name()).isEmpty()) {
                signature = signature.with(parameter.get());
            }
        }
        return signature;
    }

    private Optional<Parameter> parameter(Subgraph subgraph, ExposedParameter exposed) {
        return node(subgraph, exposed.node())
                .flatMap(node -> inside(subgraph)
                        .find(node.type())
                        .flatMap(type -> type.parameter(exposed.parameter()))
                        .map(parameter -> OuterParameter.of(parameter, exposed.name(), node.parameters())));
    }

    private PortKind inputKind(Subgraph subgraph, String input) {
        return ends(subgraph, input).stream()
                .flatMap(end -> kinds(subgraph, end).stream())
                .findFirst()
                .orElse(PortKind.ANY);
    }

    private List<PortKind> kinds(Subgraph subgraph, PortAddress end) {
        return type(subgraph, end.node())
                .map(type -> type.parameter(end.port())
                        .map(Parameter::kinds)
                        .or(() -> type.input(end.port()).map(InputPort::kind).map(List::of))
                        .orElse(List.of()))
                .orElse(List.of());
    }

    private boolean isRequired(Subgraph subgraph, PortAddress end) {
        return type(subgraph, end.node())
                .flatMap(type -> type.input(end.port()))
                .filter(InputPort::required)
                .isPresent();
    }

    private PortKind outputKind(Subgraph subgraph, String output) {
        return subgraph.links().stream()
                .filter(link -> link.to().port().equals(output)
                        && isOfType(subgraph, link.to().node(), Subgraph.OUTPUTS))
                .findFirst()
                .flatMap(link -> isOfType(subgraph, link.from().node(), Subgraph.INPUTS)
                        ? Optional.of(PortKind.ANY)
                        : type(subgraph, link.from().node())
                                .flatMap(type -> type.output(link.from().port()))
                                .map(OutputPort::kind))
                .orElse(PortKind.ANY);
    }

    /// Where an input of a subgraph is wired to inside.
    private static List<PortAddress> ends(Subgraph subgraph, String input) {
        return subgraph.links().stream()
                .filter(link -> link.from().port().equals(input)
                        && isOfType(subgraph, link.from().node(), Subgraph.INPUTS))
                .map(Link::to)
                .filter(end -> !isOfType(subgraph, end.node(), Subgraph.OUTPUTS))
                .toList();
    }

    private Optional<NodeSignature> type(Subgraph subgraph, String node) {
        return node(subgraph, node).flatMap(found -> inside(subgraph).find(found.type()));
    }

    private static boolean isOfType(Subgraph subgraph, String node, NodeTypeId type) {
        return node(subgraph, node).filter(found -> found.type().equals(type)).isPresent();
    }

    private static Optional<Node> node(Subgraph subgraph, String id) {
        return subgraph.nodes().stream().filter(node -> node.id().equals(id)).findFirst();
    }
}
