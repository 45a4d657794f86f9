package dev.weft.models.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Whatever the bytes, only the documented exception comes out. The corpus lies beside the test's resources;
/// `JAZZER_FUZZ=1` searches on from it.
class PngTextFuzzTest {
    @FuzzTest
    void any_bytes_are_read_or_refused(byte[] bytes) {
        try {
            PngFile.parseText("fuzz.png", bytes)
                    .forEach((keyword, text) -> assertThat(keyword).isNotEmpty());
        } catch (ImageFormatException e) {
            assertThat(e).hasMessageStartingWith("\"fuzz.png\" ").hasMessageEndingWith(".");
        }
    }
}
