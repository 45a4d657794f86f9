package dev.weft.editor.edit;

import dev.weft.graph.ExposedParameter;
import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.Subgraph;
import dev.weft.graph.Workflow;
import java.util.List;
import java.util.function.UnaryOperator;

/// Subgraphs as edits of a whole workflow change them.
final class Insides {
    private Insides() {}

    /// A subgraph that takes and gives other things.
    static Subgraph withPorts(
            Subgraph subgraph, List<String> inputs, List<String> outputs, List<ExposedParameter> parameters) {
        return copy(subgraph, subgraph.title(), inputs, outputs, parameters, subgraph.nodes(), subgraph.links());
    }

    /// A subgraph under another title.
    static Subgraph withTitle(Subgraph subgraph, String title) {
        return copy(
                subgraph,
                title,
                subgraph.inputs(),
                subgraph.outputs(),
                subgraph.parameters(),
                subgraph.nodes(),
                subgraph.links());
    }

    /// A subgraph with other links inside.
    static Subgraph withLinks(Subgraph subgraph, List<Link> links) {
        return copy(
                subgraph,
                subgraph.title(),
                subgraph.inputs(),
                subgraph.outputs(),
                subgraph.parameters(),
                subgraph.nodes(),
                links);
    }

    /// A workflow with one of its subgraphs changed.
    static Workflow changed(Workflow whole, String subgraph, UnaryOperator<Subgraph> change) {
        return whole.withSubgraphs(whole.subgraphs().stream()
                .map(found -> found.id().equals(subgraph) ? change.apply(found) : found)
                .toList());
    }

    /// A workflow with the nodes, links and form changed of the outermost graph and of the inside of each
    /// subgraph,
    /// whose parameters are its form.
    static Workflow everywhere(Workflow whole, UnaryOperator<Workflow> change) {
        Workflow outermost = change.apply(whole);
        return outermost.withSubgraphs(whole.subgraphs().stream()
                .map(subgraph -> {
                    Workflow inside = change.apply(of(subgraph, whole));
                    return copy(
                            subgraph,
                            subgraph.title(),
                            subgraph.inputs(),
                            subgraph.outputs(),
                            inside.form(),
                            inside.nodes(),
                            inside.links());
                })
                .toList());
    }

    private static Workflow of(Subgraph subgraph, Workflow whole) {
        return Workflow.of(subgraph.nodes(), subgraph.links())
                .withForm(subgraph.parameters())
                .withSubgraphs(whole.subgraphs());
    }

    private static Subgraph copy(
            Subgraph subgraph,
            String title,
            List<String> inputs,
            List<String> outputs,
            List<ExposedParameter> parameters,
            List<Node> nodes,
            List<Link> links) {
        return new Subgraph(
                subgraph.id(),
                title,
                inputs,
                outputs,
                parameters,
                nodes,
                links,
                subgraph.groups(),
                subgraph.notes(),
                subgraph.view(),
                subgraph.extra());
    }
}
