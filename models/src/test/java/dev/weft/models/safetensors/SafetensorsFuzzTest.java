package dev.weft.models.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Whatever the bytes, only the documented exception comes out. The corpus lies beside the test's resources;
/// `JAZZER_FUZZ=1` searches on from it.
class SafetensorsFuzzTest {
    @FuzzTest
    void any_bytes_are_read_or_refused(byte[] bytes) {
        try {
            Safetensors file = SafetensorsFile.parse("fuzz", bytes);
            for (SafetensorsTensor tensor : file.tensors().values()) {
                assertThat(tensor.count() * tensor.type().bytes())
                        .isEqualTo(tensor.data().remaining());
                tensor.requireFinite();
                tensor.floats();
            }
        } catch (SafetensorsException e) {
            assertThat(e).hasMessageStartingWith("\"fuzz\": ").hasMessageEndingWith(".");
        }
    }
}
