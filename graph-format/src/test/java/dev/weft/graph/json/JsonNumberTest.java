package dev.weft.graph.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "10", "1.0", "0.10", "1e3", "1E+3", "-1.5e-07", "12345678901234567890"})
    void a_number_keeps_its_form(String literal) {
        assertThat(new JsonNumber(literal)).hasToString(literal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+1",
                "01",
                "-01",
                ".5",
                "1.",
                "1.e3",
                "1e",
                "1e+",
                "0x1",
                "NaN",
                "Infinity",
                " 1",
                "1 ",
                "١"
            })
    void what_the_grammar_does_not_allow_is_refused(String literal) {
        assertThatThrownBy(() -> new JsonNumber(literal)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_number_longer_than_a_reader_takes_is_refused() {
        assertThat(JsonNumber.isNumber("9".repeat(1000))).isTrue();
        assertThat(JsonNumber.isNumber("9".repeat(1001))).isFalse();
    }

    @Test
    void the_exact_value_loses_no_digit() {
        assertThat(new JsonNumber("12345678901234567890.10").exact())
                .contains(new BigDecimal("12345678901234567890.10"));
        assertThat(new JsonNumber("1e99999999999").exact()).isEmpty();
    }

    @Test
    void numbers_made_from_values_read_back_as_these() {
        assertThat(JsonNumber.of(0.1).approximate()).isEqualTo(0.1);
        assertThat(JsonNumber.of(1e300)).hasToString("1.0E300");
        assertThat(JsonNumber.of(Long.MIN_VALUE)).hasToString("-9223372036854775808");
        assertThatThrownBy(() -> JsonNumber.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
