package dev.weft.editor.edit;

import dev.weft.editor.document.Edit;
import dev.weft.editor.text.Texts;
import dev.weft.graph.ExposedParameter;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Edits of which parameters are also set from outside: in the form of a workflow, or on the nodes that stand
/// for a
/// subgraph while its inside is shown.
public final class Exposure {
    private static final Texts TEXTS = Texts.of(Exposure.class);

    private record NameKey(String node, String parameter) {}

    private Exposure() {}

    /// Whether a parameter is set from outside.
    public static boolean isExposed(Workflow graph, String node, String parameter) {
        return graph.form().stream().anyMatch(exposed -> isOf(exposed, node, parameter));
    }

    /// Lets a parameter be set in the workflow's form, after those that are.
    ///
    /// @param name what people read beside it
    public static Edit expose(String node, String parameter, String name) {
        return Edit.of(TEXTS.get("expose", parameter), graph -> exposed(graph, node, parameter, name.strip()));
    }

    /// As [#expose(String, String, String)] for the inside of a subgraph, where the name is one that no other
    /// exposed
    /// parameter and no port of the subgraph has.
    ///
    /// @param taken names of the subgraph's ports
    public static Edit exposeInside(String node, String parameter, List<String> taken) {
        return Edit.of(TEXTS.get("expose_inside", parameter), graph -> {
            List<String> names = new ArrayList<>(taken);
            graph.form().forEach(exposed -> names.add(exposed.name()));
            return exposed(graph, node, parameter, new Identifiers(names).next(parameter));
        });
    }

    /// Lets a parameter be set on its node alone.
    public static Edit hide(String node, String parameter) {
        return Edit.of(
                TEXTS.get("hide", parameter),
                graph -> graph.withForm(graph.form().stream()
                        .filter(exposed -> !isOf(exposed, node, parameter))
                        .toList()));
    }

    /// Gives an exposed parameter another name; an empty one lets it keep its name.
    public static Edit rename(String node, String parameter, String name) {
        return Edit.merging(
                TEXTS.get("rename_exposed"),
                new NameKey(node, parameter),
                graph -> name.isBlank()
                        ? graph
                        : graph.withForm(graph.form().stream()
                                .map(exposed -> isOf(exposed, node, parameter)
                                        ? new ExposedParameter(name.strip(), node, parameter, exposed.extra())
                                        : exposed)
                                .toList()));
    }

    /// Moves an exposed parameter among the others.
    ///
    /// @param from its index now, from 0
    /// @param to its index then, from 0
    public static Edit move(int from, int to) {
        return Edit.of(TEXTS.get("order_exposed"), moving(from, to));
    }

    private static UnaryOperator<Workflow> moving(int from, int to) {
        return graph -> {
            List<ExposedParameter> form = new ArrayList<>(graph.form());
            if (from < 0 || from >= form.size()) {
                return graph;
            }
            ExposedParameter moved = form.remove(from);
            form.add(Math.clamp(to, 0, form.size()), moved);
            return graph.withForm(form);
        };
    }

    private static Workflow exposed(Workflow graph, String node, String parameter, String name) {
        if (isExposed(graph, node, parameter) || graph.node(node).isEmpty()) {
            return graph;
        }
        List<ExposedParameter> form = new ArrayList<>(graph.form());
        form.add(new ExposedParameter(name, node, parameter, JsonObject.EMPTY));
        return graph.withForm(form);
    }

    private static boolean isOf(ExposedParameter exposed, String node, String parameter) {
        return exposed.node().equals(node) && exposed.parameter().equals(parameter);
    }
}
