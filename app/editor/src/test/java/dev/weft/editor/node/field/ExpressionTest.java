package dev.weft.editor.node.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpressionTest {
    @ParameterizedTest
    @CsvSource({"20*1.5, 30", "512 + 2*64, 640", "(1+2)/4, 0.75", "-3, -3", "2--3, 5", "' 7 ', 7", "1e3, "})
    void a_sum_has_its_value(String typed, BigDecimal value) {
        if (value == null) {
            assertThat(Expression.value(typed)).isEmpty();
        } else {
            assertThat(Expression.value(typed).orElseThrow()).isEqualByComparingTo(value);
        }
    }

    @Test
    void a_comma_counts_as_a_point() {
        assertThat(Expression.value("7,5").orElseThrow()).isEqualByComparingTo("7.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "twenty", "1/0", "(1", "1 2", "*", "1..2"})
    void what_is_no_sum_has_no_value(String typed) {
        assertThat(Expression.value(typed)).isEmpty();
    }
}
