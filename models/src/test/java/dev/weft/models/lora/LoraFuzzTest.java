package dev.weft.models.lora;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weft.models.onnx.ModuleName;
import dev.weft.models.safetensors.Safetensors;
import dev.weft.models.safetensors.SafetensorsTensor;
import dev.weft.models.safetensors.SafetensorsType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Whatever the keys, shapes, types and settings, only the documented exception comes out, and what is read can
/// be made into updates. The corpus lies beside the test's resources; `JAZZER_FUZZ=1` searches on from it.
class LoraFuzzTest {
    private static final String[] BEGINNINGS = {
        "unet.mid_block.a", "lora_unet_mid_block_a", "lora_te_layers_0_mlp_a", "a"
    };
    private static final String[] ENDINGS = {
        ".lora_A.weight", ".lora_B.weight", ".lora_down.weight", ".lora_up.weight", ".alpha", ".dora_scale", ""
    };

    @FuzzTest
    void any_tensors_are_read_or_refused(FuzzedDataProvider data) {
        Map<String, SafetensorsTensor> tensors = new LinkedHashMap<>();
        int count = data.consumeInt(0, 8);
        for (int index = 0; index < count; index++) {
            String name = data.pickValue(BEGINNINGS) + data.consumeString(2) + data.pickValue(ENDINGS);
            SafetensorsType type = data.pickValue(SafetensorsType.values());
            long[] shape = new long[data.consumeInt(0, 5)];
            int bytes = type.bytes();
            for (int axis = 0; axis < shape.length; axis++) {
                shape[axis] = data.consumeInt(0, 3);
                bytes *= (int) shape[axis];
            }
            byte[] given = data.consumeBytes(bytes);
            tensors.put(name, SafetensorsTensor.of(name, type, shape, ByteBuffer.wrap(Arrays.copyOf(given, bytes))));
        }
        Map<String, String> metadata =
                data.consumeBoolean() ? Map.of(AdapterMetadata.KEY, data.consumeRemainingAsString()) : Map.of();
        try {
            Lora lora = Lora.of("fuzz", Safetensors.of(List.copyOf(tensors.values()), metadata));
            for (LoraPart part : LoraPart.values()) {
                for (LoraLayer layer : lora.layersOf(part)) {
                    assertThat(layer.update(new ModuleName("x"), 1).size()).isEqualTo(layer.size());
                }
            }
        } catch (LoraException e) {
            assertThat(e.getMessage()).isNotEmpty().endsWith(".").doesNotContain("\n");
        }
    }
}
