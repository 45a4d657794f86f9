package dev.weft.models.unet;

import dev.weft.models.backend.ModelInput;
import dev.weft.models.backend.ModelPort;
import dev.weft.models.onnx.SharingLevels;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What a rewritten graph is told of sharing: its shapes, and their contents for one call.
///
/// @param roles the inputs of the graph
/// @param selfAttentionLayers how many self-attention layers it has
record StyleInputs(UNetRoles roles, int selfAttentionLayers) {
    /// The shapes of the inputs that the graph has for a call of some rows.
    ///
    /// @param add is given each input with its shape
    void allocate(long rows, int references, Allocation add) {
        roles.reference().ifPresent(port -> add.accept(port, (selfAttentionLayers + 1L) * references, rows));
        roles.scale().ifPresent(port -> add.accept(port, rows));
        roles.shift().ifPresent(port -> {
            if (port.rank() == 1) {
                add.accept(port, rows);
            } else {
                add.accept(port, references, rows);
            }
        });
        roles.share().ifPresent(port -> add.accept(port, references, rows));
        roles.groups().ifPresent(port -> add.accept(port, selfAttentionLayers));
    }

    /// Makes one input in a shape.
    interface Allocation {
        void accept(ModelPort port, long... shape);
    }

    /// Fills the inputs for a call.
    void fill(Map<String, ModelInput> inputs, Chunk chunk, Sharing sharing) {
        Optional<StyleAlignment> alignment = sharing.alignment();
        if (alignment.isEmpty()) {
            return;
        }
        StyleAlignment how = alignment.get();
        boolean[] alone = SharingLevels.unshared(selfAttentionLayers, how.onlySelfLevel());
        int rows = chunk.size();
        boolean active = sharing.active();
        roles.reference()
                .ifPresent(port -> input(inputs, port).put(index(chunk, how, alone, sharing.referenceCount())));
        roles.scale().ifPresent(port -> input(inputs, port).fill(active ? how.styleScale() : 1));
        // A reference whose keys weigh w times as much has logits that are ln w higher.
        roles.shift()
                .ifPresent(port -> put(
                        input(inputs, port),
                        rows,
                        sharing,
                        reference -> active
                                ? how.styleShift() + Math.log(reference.weight()) + Math.log(sharing.strength())
                                : 0));
        double taken = Math.min(sharing.strength(), 1);
        roles.share()
                .ifPresent(port -> put(input(inputs, port), rows, sharing, reference -> taken * reference.weight()));
        roles.groups().ifPresent(port -> {
            long[] groups = new long[selfAttentionLayers];
            Arrays.setAll(groups, layer -> active && !alone[layer] ? rows / chunk.groupSize() : rows);
            input(inputs, port).put(groups);
        });
    }

    private static void put(ModelInput input, int rows, Sharing sharing, ToDoubleFunction<Reference> value) {
        List<Reference> references = sharing.references();
        float[] values = new float[references.size() * rows];
        for (int which = 0; which < references.size(); which++) {
            float one = (float) value.applyAsDouble(references.get(which));
            Arrays.fill(values, which * rows, (which + 1) * rows, one);
        }
        input.put(values);
    }

    private long[] index(Chunk chunk, StyleAlignment how, boolean[] alone, int references) {
        int rows = chunk.size();
        long[] index = new long[(selfAttentionLayers + 1) * references * rows];
        int at = 0;
        for (int layer = 0; layer <= selfAttentionLayers; layer++) {
            boolean norms = layer == selfAttentionLayers;
            boolean shared = norms ? how.shareGroupNorm() : !alone[layer] && !how.fullAttentionShare();
            for (int which = 0; which < references; which++) {
                for (int row = 0; row < rows; row++) {
                    index[at++] = shared ? chunk.references().get(row).get(which) : row;
                }
            }
        }
        return index;
    }

    private static ModelInput input(Map<String, ModelInput> inputs, ModelPort port) {
        ModelInput input = inputs.get(port.name());
        if (input == null) {
            throw new IllegalStateException("There is no memory for the input " + port.name() + ".");
        }
        return input;
    }
}
