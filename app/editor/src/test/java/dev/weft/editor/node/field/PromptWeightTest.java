package dev.weft.editor.node.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class PromptWeightTest {
    @Test
    void the_word_at_the_caret_is_weighed() {
        assertThat(up("a crown of gold", 4, 4)).isEqualTo(new PromptWeight("a (crown:1.05) of gold", 3, 8));
    }

    @Test
    void a_weight_grows_while_its_words_stay_selected() {
        PromptWeight once = up("a crown of gold", 2, 15);
        assertThat(once.text()).isEqualTo("a (crown of gold:1.05)");
        assertThat(once.weighed(PromptWeight.STEP).text()).isEqualTo("a (crown of gold:1.1)");
    }

    @Test
    void a_weight_of_one_needs_no_brackets() {
        assertThat(new PromptWeight("a (crown:1.05) of gold", 4, 4).weighed(PromptWeight.STEP.negate()))
                .isEqualTo(new PromptWeight("a crown of gold", 2, 7));
    }

    @Test
    void a_weight_may_sink_below_one() {
        assertThat(new PromptWeight("blurry", 0, 6)
                        .weighed(new BigDecimal("-0.05"))
                        .text())
                .isEqualTo("(blurry:0.95)");
    }

    @Test
    void blanks_at_the_ends_of_a_selection_stay_outside() {
        assertThat(up("a crown of", 2, 8).text()).isEqualTo("a (crown:1.05) of");
    }

    @Test
    void where_there_is_no_word_nothing_changes() {
        assertThat(up("a , b", 2, 2).text()).isEqualTo("a , b");
    }

    private static PromptWeight up(String text, int from, int to) {
        return new PromptWeight(text, from, to).weighed(PromptWeight.STEP);
    }
}
