package dev.weft.models.unet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTest {
    @Test
    void rows_may_have_weights() {
        assertThat(Reference.parse(" 0, 2 : 0.5,7:3"))
                .containsExactly(new Reference(0, 1), new Reference(2, 0.5), new Reference(7, 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0, first | The references '0, first' are not understood at 'first'; write pictures, counted from 0",
                "0:1:2 | are not understood at '0:1:2'",
                "-1 | are not understood at '-1'",
                "0,,1 | are not understood at ''",
                "0:much | are not understood at '0:much'",
                "0:0 | The weight of the reference 0 has to be a number above 0, but is 0.0",
                "0:-2 | The weight of the reference 0 has to be a number above 0, but is -2.0",
                "0:NaN | The weight of the reference 0 has to be a number above 0, but is NaN",
                "0:Infinity | The weight of the reference 0 has to be a number above 0, but is Infinity",
                "1, 2, 1:3 | name the picture 1 twice; name it once, with a higher weight",
            })
    void another_text_is_refused_with_what_to_write(String text, String message) {
        assertThatThrownBy(() -> Reference.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message.strip());
    }
}
