package dev.weft.editor.run;

import com.google.inject.Inject;
import dev.weft.graph.Node;
import dev.weft.graph.SeedChange;
import dev.weft.graph.Subgraph;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Changes seeds after a run as their nodes say.
final class SeedChanges {
    /// Seeds have 64 bits without a sign.
    private static final BigInteger SIZE = BigInteger.ONE.shiftLeft(64);

    /// Drawn seeds are short enough to be read out and typed again.
    private static final long DRAWN = 1L << 32;

    private final RandomGenerator random;

    @Inject
    SeedChanges() {
        this(RandomGenerator.getDefault());
    }

    SeedChanges(RandomGenerator random) {
        this.random = random;
    }

    /// The workflow for the next run; the same object if no seed changes.
    Workflow next(Workflow workflow) {
        List<Node> nodes = nodes(workflow.nodes());
        List<Subgraph> subgraphs =
                workflow.subgraphs().stream().map(this::inside).toList();
        Workflow changed = nodes.equals(workflow.nodes()) ? workflow : workflow.withNodes(nodes);
        return subgraphs.equals(workflow.subgraphs()) ? changed : changed.withSubgraphs(subgraphs);
    }

    private Subgraph inside(Subgraph old) {
        return new Subgraph(
                old.id(),
                old.title(),
                old.inputs(),
                old.outputs(),
                old.parameters(),
                nodes(old.nodes()),
                old.links(),
                old.groups(),
                old.notes(),
                old.view(),
                old.extra());
    }

    private List<Node> nodes(List<Node> nodes) {
        return nodes.stream().map(this::node).toList();
    }

    private Node node(Node node) {
        Node changed = node;
        for (Map.Entry<String, SeedChange> change : node.seedChanges().entrySet()) {
            changed = changed.withParameter(
                    change.getKey(), seed(node.parameters().get(change.getKey()), change.getValue()));
        }
        return changed;
    }

    private JsonNumber seed(@Nullable JsonValue old, SeedChange change) {
        return switch (change) {
            case RANDOM -> JsonNumber.of(random.nextLong(DRAWN));
            case INCREMENT -> moved(old, BigInteger.ONE);
            case DECREMENT -> moved(old, BigInteger.ONE.negate());
        };
    }

    private static JsonNumber moved(@Nullable JsonValue old, BigInteger by) {
        BigInteger seed = old instanceof JsonNumber number && number.literal().matches("\\d{1,20}")
                ? new BigInteger(number.literal())
                : BigInteger.ZERO;
        return new JsonNumber(seed.add(by).mod(SIZE).toString());
    }
}
