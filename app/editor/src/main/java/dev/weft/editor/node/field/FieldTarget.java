package dev.weft.editor.node.field;

import dev.weft.editor.document.Document;
import dev.weft.editor.document.Edit;
import dev.weft.editor.document.Item;
import dev.weft.editor.edit.Exposure;
import dev.weft.editor.edit.NodeChanges;
import dev.weft.graph.Node;
import dev.weft.graph.SeedChange;
import dev.weft.graph.Subgraph;
import dev.weft.graph.json.JsonValue;
import dev.weft.graph.types.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The node that fields set, in the graph that its document shows.
///
/// @param document where it stands
/// @param id of the node
record FieldTarget(Document document, String id) {
    /// The node as it is now.
    Optional<Node> node() {
        return document.graph().node(id);
    }

    /// The value of a parameter as it is now.
    Setting setting(Parameter parameter) {
        return node().map(node -> Setting.of(node, parameter))
                .orElseGet(() -> new Setting(Setting.initial(parameter), true));
    }

    /// Sets a parameter, to be undone together with what was set on it right before.
    void set(Parameter parameter, JsonValue value) {
        document.perform(NodeChanges.setParameter(id, parameter.name(), value));
    }

    /// Sets a parameter, to be undone alone.
    void setOnce(Parameter parameter, JsonValue value) {
        document.seal();
        set(parameter, value);
        document.seal();
    }

    /// Lets what comes be undone apart from what was.
    void seal() {
        document.seal();
    }

    /// Lets a parameter have its default again.
    void reset(Parameter parameter) {
        document.perform(NodeChanges.resetParameter(id, parameter.name()));
    }

    /// Chooses what happens to a seed after a run.
    void change(Parameter seed, Optional<SeedChange> change) {
        document.perform(NodeChanges.setSeedChange(id, seed.name(), change));
    }

    /// Folds a group of fields, or unfolds it.
    void fold(String group) {
        document.perform(NodeChanges.toggleFolded(id, FieldPlan.mark(group)));
    }

    /// Selects the node, unless it is among what is selected.
    void select() {
        Item item = new Item.OfNode(id);
        if (node().isPresent() && !document.selection().contains(item)) {
            document.selection().select(item);
        }
    }

    /// Whether a parameter is set from outside too: in the form, or on the nodes that stand for a subgraph.
    boolean isExposed(Parameter parameter) {
        return Exposure.isExposed(document.graph(), id, parameter.name());
    }

    /// Lets a parameter be set from outside too, or on its node alone.
    void expose(Parameter parameter, String label) {
        if (isExposed(parameter)) {
            perform(Exposure.hide(id, parameter.name()));
            return;
        }
        perform(document.shownSubgraph()
                .map(subgraph -> Exposure.exposeInside(id, parameter.name(), ports(subgraph)))
                .orElseGet(() -> Exposure.expose(id, parameter.name(), label)));
    }

    private static List<String> ports(Subgraph subgraph) {
        List<String> ports = new ArrayList<>(subgraph.inputs());
        ports.addAll(subgraph.outputs());
        return ports;
    }

    /// Does another edit.
    void perform(Edit edit) {
        document.perform(edit);
    }
}
