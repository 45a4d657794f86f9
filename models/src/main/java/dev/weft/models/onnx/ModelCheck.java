package dev.weft.models.onnx;

import dev.weft.models.onnx.proto.OnnxProto.AttributeProto;
import dev.weft.models.onnx.proto.OnnxProto.FunctionProto;
import dev.weft.models.onnx.proto.OnnxProto.GraphProto;
import dev.weft.models.onnx.proto.OnnxProto.ModelProto;
import dev.weft.models.onnx.proto.OnnxProto.NodeProto;
import dev.weft.models.onnx.proto.OnnxProto.OperatorSetIdProto;
import dev.weft.models.onnx.proto.OnnxProto.TensorProto;
import dev.weft.models.onnx.proto.OnnxProto.ValueInfoProto;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// Checks a parsed model: known operator domains, sound constants, every value produced exactly once, no cycle.
final class ModelCheck {
    /// Domains whose operators ONNX Runtime brings along.
    private static final Set<String> RUNTIME_DOMAINS = Set.of(
            "",
            "ai.onnx",
            "ai.onnx.ml",
            "ai.onnx.training",
            "ai.onnx.preview.training",
            "com.microsoft",
            "com.microsoft.nchwc",
            "com.microsoft.experimental",
            "com.ms.internal.nhwc");

    private final Path file;
    private final ModelProto model;
    private final ExternalData externalData;
    private final TensorCheck tensors;
    private final Set<String> ownDomains = new HashSet<>();

    /// A graph together with the values that enclosing graphs let it use.
    private record Scope(GraphProto graph, Set<String> outerValues) {}

    ModelCheck(Path file, ModelProto model) {
        this.file = file;
        this.model = model;
        this.externalData = new ExternalData(file);
        this.tensors = new TensorCheck(file, externalData);
        for (FunctionProto function : model.getFunctionsList()) {
            ownDomains.add(function.getDomain());
        }
    }

    Set<Path> externalFiles() {
        return externalData.files();
    }

    void check() throws InvalidModelException {
        checkOpset();
        if (model.getGraph().getOutputCount() == 0) {
            throw new InvalidModelException(
                    "The model file " + file + " has a graph without outputs; it is damaged: get the file again.");
        }
        Deque<Scope> open = new ArrayDeque<>();
        open.add(new Scope(model.getGraph(), Set.of()));
        while (!open.isEmpty()) {
            checkGraph(open.remove(), open);
        }
    }

    private void checkOpset() throws InvalidModelException {
        for (OperatorSetIdProto opset : model.getOpsetImportList()) {
            if (OnnxGraph.isDefaultDomain(opset.getDomain())) {
                return;
            }
        }
        throw new InvalidModelException("The model file " + file
                + " does not say which version of the ONNX operators it uses; export the model again.");
    }

    private void checkGraph(Scope scope, Deque<Scope> open) throws InvalidModelException {
        Set<String> values = new HashSet<>(scope.outerValues());
        for (ValueInfoProto input : scope.graph().getInputList()) {
            values.add(input.getName());
        }
        for (TensorProto constant : scope.graph().getInitializerList()) {
            tensors.check(constant, "constant '" + constant.getName() + "'");
            values.add(constant.getName());
        }
        scope.graph()
                .getSparseInitializerList()
                .forEach(sparse -> values.add(sparse.getValues().getName()));
        addNodeOutputs(scope.graph(), values);
        for (int index = 0; index < scope.graph().getNodeCount(); index++) {
            checkNode(scope.graph().getNode(index), index, values, open);
        }
        for (ValueInfoProto output : scope.graph().getOutputList()) {
            if (!values.contains(output.getName())) {
                throw new InvalidModelException("The model file " + file + " has the output '" + output.getName()
                        + "', which no node produces; it is damaged: get the file again.");
            }
        }
        new CycleCheck(file, scope.graph()).check();
    }

    private void addNodeOutputs(GraphProto graph, Set<String> values) throws InvalidModelException {
        for (int index = 0; index < graph.getNodeCount(); index++) {
            for (String output : graph.getNode(index).getOutputList()) {
                if (!output.isEmpty() && !values.add(output)) {
                    throw new InvalidModelException("The model file " + file + " produces the value '" + output
                            + "' twice, the second time by " + describe(graph.getNode(index), index)
                            + "; it is damaged: get the file again.");
                }
            }
        }
    }

    private void checkNode(NodeProto node, int index, Set<String> values, Deque<Scope> open)
            throws InvalidModelException {
        if (!RUNTIME_DOMAINS.contains(node.getDomain()) && !ownDomains.contains(node.getDomain())) {
            throw new InvalidModelException("The model file " + file + " uses, in " + describe(node, index)
                    + ", an operator of the unknown domain '" + node.getDomain()
                    + "'; export the model with standard operators.");
        }
        for (String input : node.getInputList()) {
            if (!input.isEmpty() && !values.contains(input)) {
                throw new InvalidModelException("The model file " + file + " has, in " + describe(node, index)
                        + ", the input '" + input + "', which nothing produces; it is damaged: get the file again.");
            }
        }
        for (AttributeProto attribute : node.getAttributeList()) {
            if (attribute.hasT()) {
                tensors.check(attribute.getT(), "constant in " + describe(node, index));
            }
            if (attribute.hasG()) {
                open.add(new Scope(attribute.getG(), values));
            }
            for (GraphProto graph : attribute.getGraphsList()) {
                open.add(new Scope(graph, values));
            }
        }
    }

    /// Names a node for a message; nodes need not have names, so the operator and position are given too.
    static String describe(NodeProto node, int index) {
        String name = node.getName().isEmpty() ? "" : " '" + node.getName() + "'";
        return "node " + index + name + " (" + node.getOpType() + ")";
    }
}
