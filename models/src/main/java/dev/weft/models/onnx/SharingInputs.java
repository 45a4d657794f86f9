package dev.weft.models.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The inputs that tell a rewritten graph who shares with whom, and what is derived from them once for all
/// layers.
final class SharingInputs {
    private static final int LATENT_RANK = 4;

    private final GraphWriter writer;
    private final int layers;
    private final Map<OnnxType, String> scales = new HashMap<>();

    SharingInputs(GraphWriter writer, List<TensorInfo> inputs, int layers) {
        this.writer = writer;
        this.layers = layers;
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
        Dimension lines = new Dimension.Fixed(layers + 1L);
        inputs.add(new TensorInfo(RewrittenModel.REFERENCE_INDEX, OnnxType.INT64, List.of(lines, batch)));
        if (structure.scale()) {
            inputs.add(new TensorInfo(RewrittenModel.STYLE_SCALE, OnnxType.FLOAT, List.of(batch)));
        }
        if (structure.shift()) {
            inputs.add(new TensorInfo(RewrittenModel.STYLE_SHIFT, OnnxType.FLOAT, List.of(batch)));
        }
        if (structure.fullAttention()) {
            Dimension layer = new Dimension.Fixed(layers);
            inputs.add(new TensorInfo(RewrittenModel.ATTENTION_GROUPS, OnnxType.INT64, List.of(layer)));
        }
        return inputs;
    }

    /// The reference row of each row in a self-attention layer, int64 `[B]`.
    String referencesOfLayer(int layer) {
        return writer.gather(RewrittenModel.REFERENCE_INDEX, writer.integer(layer));
    }

    /// The reference row of each row in the group norms, int64 `[B]`.
    String referencesOfNorms() {
        return writer.gather(RewrittenModel.REFERENCE_INDEX, writer.integer(layers));
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

    /// Addend to the logits of reference keys of each row, `[B]`.
    String referenceShift(OnnxType type) {
        return writer.cast(RewrittenModel.STYLE_SHIFT, OnnxType.FLOAT, type);
    }
}
