package dev.weft.models.onnx;

import dev.weft.models.onnx.proto.OnnxProto.AttributeProto;
import dev.weft.models.onnx.proto.OnnxProto.GraphProto;
import dev.weft.models.onnx.proto.OnnxProto.NodeProto;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One operation of a graph. Its inputs can be reconnected; all else stays as it was. Two nodes are equal only if
/// they are the same object.
final class OnnxNode {
    private final NodeProto proto;
    private final List<String> inputs;
    private final Set<String> captured;

    OnnxNode(NodeProto proto) {
        this.proto = proto;
        this.inputs = new ArrayList<>(proto.getInputList());
        this.captured = new LinkedHashSet<>();
        for (AttributeProto attribute : proto.getAttributeList()) {
            if (attribute.hasG()) {
                capture(attribute.getG());
            }
            attribute.getGraphsList().forEach(this::capture);
        }
    }

    private void capture(GraphProto graph) {
        for (NodeProto node : graph.getNodeList()) {
            captured.addAll(new OnnxNode(node).dependencies());
        }
        graph.getOutputList().forEach(output -> captured.add(output.getName()));
    }

    /// What the exporter called it; may be empty.
    String name() {
        return proto.getName();
    }

    String operator() {
        return proto.getOpType();
    }

    /// Whether this is the ONNX operator of that name.
    boolean is(String operator) {
        return proto.getOpType().equals(operator) && OnnxGraph.isDefaultDomain(proto.getDomain());
    }

    /// Whether this is the operator of that name of ONNX Runtime's own domain.
    boolean isContrib(String operator) {
        return proto.getOpType().equals(operator) && proto.getDomain().equals(OnnxGraph.CONTRIB_DOMAIN);
    }

    String domain() {
        return proto.getDomain();
    }

    List<String> inputs() {
        return inputs;
    }

    /// The name of an input; empty if it is left out.
    String input(int index) {
        return index < inputs.size() ? inputs.get(index) : "";
    }

    List<String> outputs() {
        return proto.getOutputList();
    }

    String output() {
        return proto.getOutput(0);
    }

    /// Inputs, and values that graphs inside this node take from around it.
    Set<String> dependencies() {
        Set<String> dependencies = new LinkedHashSet<>(inputs);
        dependencies.addAll(captured);
        dependencies.remove("");
        return dependencies;
    }

    void reconnect(String from, String to) {
        inputs.replaceAll(input -> input.equals(from) ? to : input);
    }

    @Nullable
    AttributeProto attribute(String name) {
        for (AttributeProto attribute : proto.getAttributeList()) {
            if (attribute.getName().equals(name)) {
                return attribute;
            }
        }
        return null;
    }

    long integer(String name, long otherwise) {
        AttributeProto attribute = attribute(name);
        return attribute == null ? otherwise : attribute.getI();
    }

    float number(String name, float otherwise) {
        AttributeProto attribute = attribute(name);
        return attribute == null ? otherwise : attribute.getF();
    }

    /// A list attribute; empty if it is absent.
    List<Long> integers(String name) {
        AttributeProto attribute = attribute(name);
        return attribute == null ? List.of() : attribute.getIntsList();
    }

    NodeProto toProto() {
        if (inputs.equals(proto.getInputList())) {
            return proto;
        }
        return proto.toBuilder().clearInput().addAllInput(inputs).build();
    }

    /// Names the node for a message: nodes need not have names, their outputs do.
    @Override
    public String toString() {
        return operator() + " '" + (proto.getName().isEmpty() ? output() : proto.getName()) + "'";
    }
}
