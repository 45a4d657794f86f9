package dev.weft.models.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The weights of a graph by the names of their layers. Where the layers of an attention kept no name, they
/// take it from the layer that follows the attention.
final class LayerWeights {
    private static final String AFTER = "_to_out_0";
    private static final Set<String> BETWEEN = Set.of("Cast", "Identity");
    private static final int LONGEST_PATH = 4;

    private final OnnxGraph graph;
    private final PartialEvaluator evaluator;
    private final ValueTypes types;
    private final Map<OnnxNode, LayerWeight> unnamed = new LinkedHashMap<>();
    private final Map<OnnxNode, ModuleName> named = new HashMap<>();
    private final Map<ModuleName, List<LayerWeight>> weights = new LinkedHashMap<>();

    LayerWeights(OnnxGraph graph) {
        this.graph = graph;
        this.evaluator = new PartialEvaluator(graph);
        this.types = new ValueTypes(graph);
        Constants constants = new Constants(graph);
        LayerNames names = new LayerNames(graph, constants);
        for (OnnxNode node : graph.nodes()) {
            LayerWeight.of(node, constants, evaluator, types).ifPresent(weight -> {
                Optional<ModuleName> name = names.of(node);
                if (name.isPresent()) {
                    put(name.get(), weight);
                } else {
                    unnamed.put(node, weight);
                }
            });
        }
        if (!unnamed.isEmpty()) {
            attentions().forEach(this::nameByWhatFollows);
        }
    }

    /// A layer may be used more than once.
    Map<ModuleName, List<LayerWeight>> byName() {
        return weights;
    }

    private void put(ModuleName name, LayerWeight weight) {
        named.put(weight.node(), name);
        unnamed.remove(weight.node());
        weights.computeIfAbsent(name, key -> new ArrayList<>(1)).add(weight);
    }

    private List<AttentionPattern> attentions() {
        return new AttentionDetector(graph, evaluator, types)
                .find().stream()
                        .filter(AttentionDetector.Finding.Found.class::isInstance)
                        .map(finding -> ((AttentionDetector.Finding.Found) finding).attention())
                        .toList();
    }

    private void nameByWhatFollows(AttentionPattern attention) {
        Optional<ModuleName> after = following(attention).map(named::get);
        if (after.isPresent() && after.get().flat().endsWith(AFTER)) {
            String flat = after.get().flat();
            name(attention, new ModuleName(flat.substring(0, flat.length() - AFTER.length())));
        }
    }

    private void name(AttentionPattern attention, ModuleName module) {
        name(linear(attention.query()), module.part("to_q"));
        name(linear(attention.key()), module.part("to_k"));
        name(linear(attention.value()), module.part("to_v"));
    }

    private void name(Optional<OnnxNode> node, ModuleName module) {
        node.map(unnamed::get).ifPresent(weight -> put(module, weight));
    }

    /// Gives attentions of which no layer has a name those of `modules`, which are in the order in which the
    /// network runs; only if there are as many of both and the sizes of all fit.
    ///
    /// @param sizes the sizes of parts of the modules, as far as they are known
    void nameInOrder(List<ModuleName> modules, Map<ModuleName, WeightSize> sizes) {
        List<AttentionPattern> attentions = attentions();
        if (attentions.size() != modules.size()) {
            return;
        }
        Map<ModuleName, OnnxNode> nodes = new LinkedHashMap<>();
        for (int index = 0; index < modules.size(); index++) {
            AttentionPattern attention = attentions.get(index);
            ModuleName module = modules.get(index);
            linear(attention.query()).ifPresent(node -> nodes.put(module.part("to_q"), node));
            linear(attention.key()).ifPresent(node -> nodes.put(module.part("to_k"), node));
            linear(attention.value()).ifPresent(node -> nodes.put(module.part("to_v"), node));
            following(attention).ifPresent(node -> nodes.put(module.part("to_out_0"), node));
        }
        boolean all = nodes.entrySet().stream().allMatch(entry -> {
            LayerWeight weight = unnamed.get(entry.getValue());
            return weight != null
                    && sizes.getOrDefault(entry.getKey(), weight.size()).equals(weight.size());
        });
        if (all) {
            nodes.forEach((module, node) -> name(Optional.of(node), module));
        }
    }

    /// The node whose product a projection is, without the bias.
    private Optional<OnnxNode> linear(String projected) {
        OnnxNode node = graph.producer(projected);
        if (node != null && node.is("Add")) {
            return node.inputs().stream()
                    .map(graph::producer)
                    .filter(producer -> producer != null && producer.is("MatMul"))
                    .findFirst();
        }
        return Optional.ofNullable(node);
    }

    /// The linear layer that takes what an attention gives.
    private Optional<OnnxNode> following(AttentionPattern attention) {
        String current = attention.output();
        for (int step = 0; step < LONGEST_PATH; step++) {
            List<OnnxNode> followers = graph.consumers(current).stream()
                    .filter(node -> !node.is("Shape"))
                    .toList();
            if (followers.size() != 1) {
                return Optional.empty();
            }
            OnnxNode follower = followers.getFirst();
            if (!BETWEEN.contains(follower.operator())) {
                return Optional.of(follower);
            }
            current = follower.output();
        }
        return Optional.empty();
    }
}
