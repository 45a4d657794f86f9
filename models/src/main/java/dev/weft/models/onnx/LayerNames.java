package dev.weft.models.onnx;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells what the trained network called the layer that a node computes, by what exporters leave of it: the
/// path in the name of the node or of its output, the name of its weight, or the name of its bias.
final class LayerNames {
    /// Operators, at the end of a path, in the names that PyTorch gives to nodes and their outputs.
    private static final Pattern PATH = Pattern.compile("^(.*)/(?:MatMul|Gemm|Conv)(?:_\\d+)?(?:[/_].*)?$");

    private static final Pattern WEIGHT = Pattern.compile("^(.+)\\.weight(?:[_.:/].*)?$");
    private static final Pattern BIAS = Pattern.compile("^(.+)\\.bias(?:[_.:/].*)?$");
    private static final Set<String> STORAGE = Set.of("Identity", "Cast", "Mul", "DequantizeLinear", "Transpose");
    private static final int LONGEST_CHAIN = 8;
    private static final int BIAS_INPUT = 2;

    private final OnnxGraph graph;
    private final Constants constants;

    LayerNames(OnnxGraph graph, Constants constants) {
        this.graph = graph;
        this.constants = constants;
    }

    /// The name of the layer that a linear or convolution node computes.
    Optional<ModuleName> of(OnnxNode node) {
        return path(node.name())
                .or(() -> path(node.output()))
                .or(() -> stored(node.input(LayerWeight.INPUT), WEIGHT))
                .or(() -> bias(node))
                .map(ModuleName::of);
    }

    private static Optional<String> path(String name) {
        Matcher path = PATH.matcher(name);
        return path.matches() && path.group(1).indexOf('/') >= 0 ? Optional.of(path.group(1)) : Optional.empty();
    }

    /// A name on the way from a use of a constant back to where it is stored.
    private Optional<String> stored(String value, Pattern pattern) {
        String current = value;
        for (int step = 0; step < LONGEST_CHAIN; step++) {
            Matcher name = pattern.matcher(current);
            if (name.matches()) {
                return Optional.of(name.group(1));
            }
            OnnxNode producer = graph.producer(current);
            if (producer == null || !STORAGE.contains(producer.operator())) {
                return Optional.empty();
            }
            current = producer.input(0);
        }
        return Optional.empty();
    }

    private Optional<String> bias(OnnxNode node) {
        if (!node.input(BIAS_INPUT).isEmpty()) {
            return stored(node.input(BIAS_INPUT), BIAS);
        }
        List<OnnxNode> followers = graph.consumers(node.output());
        if (followers.size() != 1 || !followers.getFirst().is("Add")) {
            return Optional.empty();
        }
        return followers.getFirst().inputs().stream()
                .filter(constants::isConstant)
                .findFirst()
                .flatMap(value -> stored(value, BIAS));
    }
}
