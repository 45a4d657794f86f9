package dev.weft.models.style;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Whatever the bytes, a style or one sentence comes out. The corpus lies beside the test's resources; `JAZZER_FUZZ=1`
/// searches on from it.
class StyleFuzzTest {
    @FuzzTest
    void any_bytes_are_read_or_refused(byte[] bytes) {
        StyleFileTest.readOrRefused(bytes);
    }
}
