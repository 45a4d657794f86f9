package dev.weft.models.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Finds attention that is spelled out in plain operators, starting at each Softmax: back to the product of
/// queries and keys and to the layers that project them, forward to the product with the values and the joining
/// of the heads.
///
/// Exports differ in where the scale is applied (both operands, one of them, the product), in whether heads are a
/// dimension of their own or folded into the batch, and in the casts between.
final class AttentionDetector {
    private static final Set<String> TRANSPARENT = Set.of("Cast", "Identity", "Dropout");
    private static final Set<String> LAYOUT = Set.of("Transpose", "Reshape", "Cast", "Identity");
    private static final int LONGEST_PATH = 8;
    private static final List<Long> HEADS_BACK_TO_CHANNELS = List.of(0L, 2L, 1L, 3L);

    private final OnnxGraph graph;
    private final PartialEvaluator evaluator;
    private final ValueTypes types;
    private final Logits logits;

    AttentionDetector(OnnxGraph graph, PartialEvaluator evaluator, ValueTypes types) {
        this.graph = graph;
        this.evaluator = evaluator;
        this.types = types;
        this.logits = new Logits(graph, evaluator);
    }

    /// What a Softmax turned out to be.
    sealed interface Finding {
        /// An attention of which everything is known.
        record Found(AttentionPattern attention) implements Finding {}

        /// A Softmax between queries, keys and values of the same tokens that could not be understood.
        record NotUnderstood(OnnxNode softmax) implements Finding {}
    }

    /// All attentions in the order in which the graph runs them; what is certainly no self-attention and not
    /// understood is left out.
    List<Finding> find() {
        List<Finding> findings = new ArrayList<>();
        for (OnnxNode node : new NeededNodes(graph).nodes()) {
            if (node.is("Softmax")) {
                Optional<AttentionPattern> attention = attention(node);
                if (attention.isPresent()) {
                    findings.add(new Finding.Found(attention.get()));
                } else if (mayBeSelfAttention(node)) {
                    findings.add(new Finding.NotUnderstood(node));
                }
            } else if (node.isContrib("MultiHeadAttention")) {
                Optional<AttentionPattern> attention =
                        new FusedAttentionDetector(graph, evaluator, types).attention(node);
                findings.add(
                        attention.<Finding>map(Finding.Found::new).orElseGet(() -> new Finding.NotUnderstood(node)));
            } else if (node.operator().endsWith("Attention")) {
                findings.add(new Finding.NotUnderstood(node));
            }
        }
        return findings;
    }

    private Optional<AttentionPattern> attention(OnnxNode softmax) {
        Optional<Logits.Product> product = logits.behind(softmax.input(0));
        Optional<OnnxNode> mixing = onlyFollower(softmax.output(), "MatMul");
        if (product.isEmpty() || mixing.isEmpty() || !overLastAxis(softmax)) {
            return Optional.empty();
        }
        Optional<Projection> query = Projection.behind(product.get().node().input(0), graph, evaluator);
        Optional<Projection> key = Projection.behind(product.get().node().input(1), graph, evaluator);
        Optional<Projection> value = Projection.behind(mixing.get().input(1), graph, evaluator);
        if (query.isEmpty() || key.isEmpty() || value.isEmpty() || value.get().scale() != 1) {
            return Optional.empty();
        }
        long channels = evaluator.lastDimension(query.get().value());
        OptionalInt heads = heads(query.get(), channels);
        Optional<String> output = joinedHeads(mixing.get().output());
        if (heads.isEmpty() || output.isEmpty()) {
            return Optional.empty();
        }
        String tokens = query.get().tokens();
        Optional<OnnxType> type = types.of(query.get().value());
        Optional<OnnxType> computeType = types.of(softmax.input(0));
        Optional<OnnxType> outputType = types.of(output.get());
        if (type.isEmpty() || computeType.isEmpty() || outputType.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AttentionPattern(
                softmax,
                query.get().value(),
                key.get().value(),
                value.get().value(),
                heads.getAsInt(),
                (int) channels / heads.getAsInt(),
                product.get().scale() * query.get().scale() * key.get().scale(),
                output.get(),
                tokens.equals(key.get().tokens()) && tokens.equals(value.get().tokens()),
                type.get(),
                computeType.get(),
                outputType.get(),
                false));
    }

    /// A Softmax that feeds a product, as in attention, and is not known to look at other tokens than its own.
    private boolean mayBeSelfAttention(OnnxNode softmax) {
        Optional<Logits.Product> product = logits.behindAnyMask(softmax.input(0));
        Optional<OnnxNode> mixing = onlyFollower(softmax.output(), "MatMul");
        if (product.isEmpty() || mixing.isEmpty()) {
            return false;
        }
        Optional<Projection> query = Projection.behind(product.get().node().input(0), graph, evaluator);
        Optional<Projection> value = Projection.behind(mixing.get().input(1), graph, evaluator);
        return query.isEmpty()
                || value.isEmpty()
                || query.get().tokens().equals(value.get().tokens());
    }

    private boolean overLastAxis(OnnxNode softmax) {
        long axis = softmax.integer("axis", graph.opset() >= 13 ? -1 : 1);
        Optional<long[]> shape = evaluator.shape(softmax.input(0));
        // Ranks of attention logits are 3 and 4, and axis 2 of rank 4 is no exporter's choice.
        return axis == -1
                || shape.map(dimensions -> axis == dimensions.length - 1).orElse(axis >= 2);
    }

    /// The number of heads as the first Reshape after the projection states it: `[B, S, heads, headSize]`.
    private OptionalInt heads(Projection query, long channels) {
        for (OnnxNode node : query.path().reversed()) {
            if (node.is("Reshape")) {
                Optional<double[]> target = evaluator.vector(node.input(1));
                if (target.isEmpty() || target.get().length != 4 || channels <= 0) {
                    return OptionalInt.empty();
                }
                double stated = target.get()[2];
                double headSize = target.get()[3];
                double heads = stated > 0 ? stated : channels / headSize;
                boolean divides = heads >= 1 && channels % heads == 0;
                return divides ? OptionalInt.of((int) heads) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /// Follows the mixed values to where heads are joined again, `[B, S, C]`: a Transpose of heads and tokens,
    /// then a Reshape to rank 3, perhaps with a Reshape before that takes heads out of the batch.
    private Optional<String> joinedHeads(String mixed) {
        String current = mixed;
        boolean transposed = false;
        for (int step = 0; step < LONGEST_PATH; step++) {
            List<OnnxNode> followers = followers(current);
            if (followers.size() != 1 || !LAYOUT.contains(followers.getFirst().operator())) {
                return Optional.empty();
            }
            OnnxNode follower = followers.getFirst();
            current = follower.output();
            if (follower.is("Transpose")) {
                if (transposed || !follower.integers("perm").equals(HEADS_BACK_TO_CHANNELS)) {
                    return Optional.empty();
                }
                transposed = true;
            } else if (follower.is("Reshape") && transposed) {
                return evaluator
                                .shape(current)
                                .filter(shape -> shape.length == 3)
                                .isPresent()
                        ? Optional.of(current)
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<OnnxNode> onlyFollower(String value, String operator) {
        String current = value;
        for (int step = 0; step < LONGEST_PATH; step++) {
            List<OnnxNode> followers = followers(current);
            if (followers.size() != 1) {
                return Optional.empty();
            }
            OnnxNode follower = followers.getFirst();
            if (follower.is(operator)) {
                return Optional.of(follower);
            }
            if (!TRANSPARENT.contains(follower.operator())) {
                return Optional.empty();
            }
            current = follower.output();
        }
        return Optional.empty();
    }

    /// Users of a value's elements; those that only ask for its shape do not count.
    private List<OnnxNode> followers(String value) {
        return graph.consumers(value).stream().filter(node -> !node.is("Shape")).toList();
    }
}
