package dev.weft.models.onnx;

import dev.weft.models.onnx.proto.OnnxProto.AttributeProto;
import dev.weft.models.onnx.proto.OnnxProto.GraphProto;
import dev.weft.models.onnx.proto.OnnxProto.ModelProto;
import dev.weft.models.onnx.proto.OnnxProto.NodeProto;
import dev.weft.models.onnx.proto.OnnxProto.OperatorSetIdProto;
import dev.weft.models.onnx.proto.OnnxProto.TensorProto;
import dev.weft.models.onnx.proto.OnnxProto.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A mutable view of a model: nodes, constants as they are stored, who produces and who uses a value.
///
/// Values and nodes are never looked up by the names an exporter gave them; names only connect nodes.
final class OnnxGraph {
    /// Domain of the operators that only ONNX Runtime has.
    static final String CONTRIB_DOMAIN = "com.microsoft";

    private static final String NEW_VALUE_PREFIX = "weft/";

    private final ModelProto model;
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final Map<String, TensorProto> constants = new LinkedHashMap<>();
    private final List<ValueInfoProto> inputs = new ArrayList<>();
    private final Set<String> retyped = new HashSet<>();
    private final Map<String, Long> opsets = new LinkedHashMap<>();
    private final Map<String, OnnxNode> producers = new HashMap<>();
    private final Map<String, List<OnnxNode>> consumers = new HashMap<>();
    private int newValues;

    OnnxGraph(ModelProto model) {
        this.model = model;
        GraphProto graph = model.getGraph();
        for (NodeProto node : graph.getNodeList()) {
            link(new OnnxNode(node));
        }
        for (TensorProto constant : graph.getInitializerList()) {
            constants.put(constant.getName(), constant);
        }
        inputs.addAll(graph.getInputList());
        for (OperatorSetIdProto opset : model.getOpsetImportList()) {
            opsets.put(isDefaultDomain(opset.getDomain()) ? "" : opset.getDomain(), opset.getVersion());
        }
    }

    /// ONNX's own operators may be written with either name of their domain.
    static boolean isDefaultDomain(String domain) {
        return domain.isEmpty() || domain.equals("ai.onnx");
    }

    private void link(OnnxNode node) {
        nodes.add(node);
        for (String output : node.outputs()) {
            producers.put(output, node);
        }
        for (String input : node.dependencies()) {
            consumers.computeIfAbsent(input, value -> new ArrayList<>(2)).add(node);
        }
    }

    List<OnnxNode> nodes() {
        return nodes;
    }

    List<ValueInfoProto> inputs() {
        return inputs;
    }

    List<ValueInfoProto> outputs() {
        return model.getGraph().getOutputList();
    }

    /// Version of ONNX's own operators that the nodes are written in.
    long opset() {
        return opsets.getOrDefault("", 0L);
    }

    /// The node that makes a value; null for constants and graph inputs.
    @Nullable
    OnnxNode producer(String value) {
        return producers.get(value);
    }

    List<OnnxNode> consumers(String value) {
        return List.copyOf(consumers.getOrDefault(value, List.of()));
    }

    /// The tensor behind a name: an initializer or the value of a Constant node.
    @Nullable
    TensorProto constant(String value) {
        TensorProto constant = constants.get(value);
        if (constant != null) {
            return constant;
        }
        OnnxNode producer = producers.get(value);
        if (producer == null || !producer.is("Constant")) {
            return null;
        }
        AttributeProto attribute = producer.attribute("value");
        return attribute == null ? null : attribute.getT();
    }

    boolean isOutput(String value) {
        return outputs().stream().anyMatch(output -> output.getName().equals(value));
    }

    // Changes.

    /// A name that no value has yet.
    String newName(String hint) {
        String name;
        do {
            name = NEW_VALUE_PREFIX + hint + "_" + newValues++;
        } while (producers.containsKey(name) || constants.containsKey(name));
        return name;
    }

    void add(NodeProto node) {
        link(new OnnxNode(node));
    }

    void addConstant(TensorProto constant) {
        constants.put(constant.getName(), constant);
    }

    void addInput(ValueInfoProto input) {
        inputs.add(input);
    }

    /// Declares an input with another element type; `values`, which follow from it, lose the type that the file
    /// states.
    void retype(String input, OnnxType type, Set<String> values) {
        inputs.replaceAll(declared -> {
            if (!declared.getName().equals(input)) {
                return declared;
            }
            ValueInfoProto.Builder changed = declared.toBuilder();
            changed.getTypeBuilder().getTensorTypeBuilder().setElemType(type.code());
            return changed.build();
        });
        retyped.addAll(values);
    }

    void importContribOperators() {
        opsets.putIfAbsent(CONTRIB_DOMAIN, 1L);
    }

    /// Lets one user of a value use another one.
    void reconnect(OnnxNode consumer, String value, String replacement) {
        consumer.reconnect(value, replacement);
        consumers.computeIfAbsent(replacement, key -> new ArrayList<>(2)).add(consumer);
        consumers.getOrDefault(value, new ArrayList<>()).remove(consumer);
    }

    /// Lets all users of a value, except those given, use another one.
    void replaceUses(String value, String replacement, Set<OnnxNode> except) {
        for (OnnxNode consumer : consumers(value)) {
            if (!except.contains(consumer)) {
                reconnect(consumer, value, replacement);
            }
        }
    }

    /// The model with what its outputs need, in topological order. Constants and unchanged nodes are shared with
    /// the model that this graph was made from.
    ModelProto toModel() {
        NeededNodes needed = new NeededNodes(this);
        GraphProto original = model.getGraph();
        GraphProto.Builder graph =
                original.toBuilder().clearNode().clearInitializer().clearInput().clearValueInfo();
        for (OnnxNode node : needed.nodes()) {
            graph.addNode(node.toProto());
        }
        constants.forEach((name, constant) -> {
            if (needed.values().contains(name)) {
                graph.addInitializer(constant);
            }
        });
        graph.addAllInput(inputs);
        for (ValueInfoProto value : original.getValueInfoList()) {
            if (needed.values().contains(value.getName()) && !retyped.contains(value.getName())) {
                graph.addValueInfo(value);
            }
        }
        ModelProto.Builder result = model.toBuilder().setGraph(graph).clearOpsetImport();
        opsets.forEach((domain, version) -> result.addOpsetImport(
                OperatorSetIdProto.newBuilder().setDomain(domain).setVersion(version)));
        return result.build();
    }
}
