package dev.weft.models.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The inputs that tell a rewritten graph who shares with whom, and what is derived from them once for all
/// layers.
final class SharingInputs {
    private static final int LATENT_RANK = 4;

    private final GraphWriter writer;
    private final int layers;
    private final int count;
    private final Map<OnnxType, String> scales = new HashMap<>();
    private final List<String> shares = new ArrayList<>();

    /// @param count how many rows each row refers to
    SharingInputs(GraphWriter writer, List<TensorInfo> inputs, int layers, int count) {
        this.writer = writer;
        this.layers = layers;
        this.count = count;
        inputs.forEach(writer::input);
    }

    /// The inputs that a structure adds to those that a model has. Their batch is that of the latent, so that
    /// fixed and named batch sizes agree.
    static List<TensorInfo> of(UNetStructure structure, int layers, List<TensorInfo> modelInputs) {
        List<TensorInfo> inputs = new ArrayList<>();
        if (structure.isPlain()) {
            return inputs;
        }
        Dimension batch = modelInputs.stream()
                .filter(input -> input.rank() == LATENT_RANK)
                .map(input -> input.shape().getFirst())
                .findFirst()
                .orElse(new Dimension.Symbolic(""));
        int count = structure.references();
        Dimension lines = new Dimension.Fixed((layers + 1L) * count);
        List<Dimension> each = List.of(new Dimension.Fixed(count), batch);
        inputs.add(new TensorInfo(RewrittenModel.REFERENCE_INDEX, OnnxType.INT64, List.of(lines, batch)));
        if (structure.scale()) {
            inputs.add(new TensorInfo(RewrittenModel.STYLE_SCALE, OnnxType.FLOAT, List.of(batch)));
        }
        if (structure.shift()) {
            inputs.add(new TensorInfo(RewrittenModel.STYLE_SHIFT, OnnxType.FLOAT, count == 1 ? List.of(batch) : each));
        }
        if (structure.shares()) {
            inputs.add(new TensorInfo(RewrittenModel.STYLE_SHARE, OnnxType.FLOAT, each));
        }
        if (structure.fullAttention()) {
            Dimension layer = new Dimension.Fixed(layers);
            inputs.add(new TensorInfo(RewrittenModel.ATTENTION_GROUPS, OnnxType.INT64, List.of(layer)));
        }
        return inputs;
    }

    /// The references of a self-attention layer.
    References ofLayer(int layer, UNetStructure structure) {
        return references(layer, structure);
    }

    /// The references of the group norms.
    References ofNorms(UNetStructure structure) {
        return references(layers, structure);
    }

    private References references(int line, UNetStructure structure) {
        List<String> rows = IntStream.range(0, count)
                .mapToObj(which ->
                        writer.gather(RewrittenModel.REFERENCE_INDEX, writer.integer((long) line * count + which)))
                .toList();
        return new References(rows, structure.shares() ? shares() : List.of());
    }

    private List<String> shares() {
        if (shares.isEmpty()) {
            for (int which = 0; which < count; which++) {
                String share = writer.gather(RewrittenModel.STYLE_SHARE, writer.integer(which));
                shares.add(writer.reshape(share, writer.integers(-1, 1, 1)));
            }
        }
        return shares;
    }

    /// Number of groups that attend together in a layer, int64 `[1]`.
    String groupsOfLayer(int layer) {
        return writer.gather(RewrittenModel.ATTENTION_GROUPS, writer.integers(layer));
    }

    /// Factor on the reference keys of each row, `[B, 1, 1]`; 1 for a row that refers to itself.
    String referenceScale(String references, OnnxType type) {
        String style =
                scales.computeIfAbsent(type, key -> writer.cast(RewrittenModel.STYLE_SCALE, OnnxType.FLOAT, key));
        String rows = writer.gather(writer.shape(references), writer.integer(0));
        String itself = writer.equal(references, writer.range(rows));
        String one = writer.cast(writer.number(1), OnnxType.FLOAT, type);
        return writer.reshape(writer.where(itself, one, style), writer.integers(-1, 1, 1));
    }

    /// Addend to the logits of one reference's keys of each row, `[B]`.
    ///
    /// @param which the reference's number
    String referenceShift(int which, OnnxType type) {
        String shift = count == 1
                ? RewrittenModel.STYLE_SHIFT
                : writer.gather(RewrittenModel.STYLE_SHIFT, writer.integer(which));
        return writer.cast(shift, OnnxType.FLOAT, type);
    }
}
