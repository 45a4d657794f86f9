package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0,0",
        "64k,65536",
        "512m,536870912",
        "2g,2147483648",
        "1.5G,1610612736",
        "1t,1099511627776",
        "3MiB,3145728"
    })
    void sizes_are_read(String text, long bytes) {
        assertThat(ByteSize.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "-1g", "g", "1 g", "1.g", "1e3g", "99999999g", "2gg"})
    void what_is_no_size_is_refused(String text) {
        assertThatThrownBy(() -> ByteSize.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("such as 512m or 2g, not '" + text + "'");
    }
}
