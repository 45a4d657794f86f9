package dev.weft.models.onnx;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Adds low-rank updates to the weights of a model, of which the file stays as it is.
///
/// The sums and products are written into the graph as operators between constants, which ONNX Runtime computes
/// once when it opens the model. So a weight may be stored as an integer with a scale, in half precision or
/// beside the model, and the graph grows by no more than the thin matrices. Sums are formed in float32 and
/// rounded once to the type that the layer computes in. Good for one merge.
public final class WeightMerge {
    /// Changes whenever the same updates would give another graph.
    private static final int VERSION = 1;

    private final OnnxModel model;
    private final OnnxGraph graph;
    private final LayerWeights weights;

    /// Looks for the layers of a model.
    public WeightMerge(OnnxModel model) {
        this.model = model;
        this.graph = new OnnxGraph(model.proto());
        this.weights = new LayerWeights(graph);
    }

    /// The layers whose weights can be added to.
    public Set<ModuleName> modules() {
        return Collections.unmodifiableSet(weights.byName().keySet());
    }

    /// Names the linear layers of attentions that kept no name at all, by the order in which the network runs.
    ///
    /// Nothing is named unless there are as many attentions as names and all sizes are right.
    ///
    /// @param attentions names of all the network's attentions, in the order in which it runs them
    /// @param sizes sizes of layers of these attentions, as far as they are known
    public void nameAttentions(List<ModuleName> attentions, Map<ModuleName, WeightSize> sizes) {
        weights.nameInOrder(attentions, sizes);
    }

    /// The size of a layer's weight.
    ///
    /// @throws IllegalArgumentException if the model has no such layer
    public WeightSize size(ModuleName module) {
        return layer(module).getFirst().size();
    }

    private List<LayerWeight> layer(ModuleName module) {
        List<LayerWeight> layer = weights.byName().get(module);
        if (layer == null) {
            throw new IllegalArgumentException("There is no layer " + module + ".");
        }
        return layer;
    }

    /// The model with all updates in it.
    ///
    /// @param updates at most one for each layer, each of the layer's size
    /// @throws IllegalArgumentException if one is for no layer or of another size
    public OnnxModel merged(List<LowRankUpdate> updates) {
        GraphWriter writer = new GraphWriter(graph);
        Map<ModuleName, LowRankUpdate> byName = new LinkedHashMap<>();
        for (LowRankUpdate update : updates) {
            if (byName.put(update.module(), update) != null) {
                throw new IllegalArgumentException("There are two updates of " + update.module() + ".");
            }
            layer(update.module()).forEach(weight -> add(writer, weight, update));
        }
        return model.changed(graph.toModel(), identity(updates));
    }

    private static void add(GraphWriter writer, LayerWeight weight, LowRankUpdate update) {
        if (!weight.size().equals(update.size())) {
            throw new IllegalArgumentException(
                    "The layer " + update.module() + " is " + weight.size() + ", its update " + update.size() + ".");
        }
        int rank = update.rank();
        int inputs = Math.toIntExact(update.size().inputs());
        int outputs = Math.toIntExact(update.size().outputs());
        String difference;
        if (weight.inputsFirst()) {
            difference = writer.matrixProduct(
                    writer.matrix(LowRankUpdate.transposed(update.down(), rank, inputs), inputs, rank),
                    writer.matrix(LowRankUpdate.transposed(update.up(), outputs, rank), rank, outputs));
        } else {
            difference = writer.matrixProduct(
                    writer.matrix(update.up(), outputs, rank), writer.matrix(update.down(), rank, inputs));
        }
        long[] shape = weight.shape().stream().mapToLong(Long::longValue).toArray();
        if (shape.length > 2) {
            difference = writer.reshape(difference, writer.integers(shape));
        }
        OnnxNode node = weight.node();
        String old = node.input(LayerWeight.INPUT);
        String sum = writer.add(writer.cast(old, weight.type(), OnnxType.FLOAT), difference);
        writer.graph().reconnect(node, old, writer.cast(sum, OnnxType.FLOAT, weight.type()));
    }

    /// Tells one set of updates from another by what they hold.
    private static String identity(List<LowRankUpdate> updates) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
        digest.update(("merge " + VERSION).getBytes(StandardCharsets.UTF_8));
        for (LowRankUpdate update : updates) {
            digest.update(("\n" + update.module() + " " + update.rank() + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes(update.down()));
            digest.update(bytes(update.up()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }
}
