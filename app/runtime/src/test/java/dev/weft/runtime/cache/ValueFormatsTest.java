package dev.weft.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.nodes.api.Blocked;
import dev.weft.nodes.api.ValueFormat;
import dev.weft.nodes.api.ValueInput;
import dev.weft.nodes.api.ValueOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueFormatsTest {
    private final ValueFormats formats = new ValueFormats();

    @Test
    void plain_values_and_lists_of_them_come_back_as_they_were() throws IOException {
        for (Object value : List.of(
                "text",
                7L,
                2.5,
                true,
                Blocked.SILENTLY,
                Blocked.because("enough"),
                new Items(List.of(1L, Blocked.SILENTLY, List.of("a"))),
                List.of(1L, "a", List.of(), List.of(false)))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            formats.write(value, new ValueOutput(bytes));
            assertThat(formats.read(new ValueInput(new ByteArrayInputStream(bytes.toByteArray()))))
                    .isEqualTo(value);
        }
    }

    @Test
    void values_have_one_identity_if_they_hold_the_same_and_are_of_the_same_kind() {
        formats.addAll(List.of(new Block.Format()), "tests");
        assertThat(formats.identity(new Block(1, 100))).isPresent().isEqualTo(formats.identity(new Block(1, 100)));
        assertThat(formats.identity(new Block(2, 100))).isNotEqualTo(formats.identity(new Block(1, 100)));
        assertThat(formats.identity(1L)).isNotEqualTo(formats.identity(Double.longBitsToDouble(1)));
        assertThat(formats.identity(List.of("a", "b"))).isNotEqualTo(formats.identity(List.of("ab")));
        assertThat(formats.identity(List.of(1L))).isNotEqualTo(formats.identity(1L));
        assertThat(formats.identity(List.of(1L))).isNotEqualTo(formats.identity(new Items(List.of(1L))));
    }

    @Test
    void a_value_without_a_format_has_no_identity_nor_has_a_list_with_one_in_it() {
        assertThat(formats.identity(new Block(1, 1))).isEmpty();
        assertThat(formats.identity(List.of(1L, new Block(1, 1)))).isEmpty();
        assertThat(formats.byteSize(new Block(1, 1))).isZero();
    }

    @Test
    void a_format_may_leave_out_values_and_still_weigh_them() {
        formats.addAll(
                List.of(new Block.Format() {
                    @Override
                    public boolean covers(Block block) {
                        return block.bytes.length < 10;
                    }
                }),
                "tests");
        assertThat(formats.identity(new Block(1, 9))).isPresent();
        assertThat(formats.identity(new Block(1, 10))).isEmpty();
        assertThat(formats.byteSize(List.of(new Block(1, 10), new Block(1, 9)))).isEqualTo(19);
    }

    @Test
    void a_format_that_fails_is_as_good_as_none() {
        formats.addAll(
                List.of(new Block.Format() {
                    @Override
                    public long byteSize(Block block) {
                        throw new IllegalStateException("weighing fails");
                    }

                    @Override
                    public void write(Block block, ValueOutput out) {
                        throw new NoClassDefFoundError("writing fails");
                    }
                }),
                "tests");
        assertThat(formats.identity(new Block(1, 1))).isEmpty();
        assertThat(formats.byteSize(new Block(1, 1))).isZero();
    }

    @Test
    void a_second_format_for_a_class_is_refused_and_none_of_its_plugins_is_taken() {
        formats.addAll(List.of(new Block.Format()), "tests");
        assertThatThrownBy(() -> new ValueFormats().addAll(List.of(new PlainFormatAgain()), "tests"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it declares a format for values of java.lang.String, which have one already from another"
                        + " plugin");
        assertThatThrownBy(() -> formats.addAll(List.of(new Block.Format()), "tests"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_written_with_a_format_that_is_gone_cannot_be_read_by_one_that_came_after_it() throws IOException {
        formats.addAll(List.of(new Block.Format()), "first");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        formats.write(new Block(1, 3), new ValueOutput(bytes));
        formats.removeOf("first");
        formats.addAll(List.of(new Block.Format()), "tests");
        assertThatThrownBy(() -> formats.read(new ValueInput(new ByteArrayInputStream(bytes.toByteArray()))))
                .isInstanceOf(IOException.class);
    }

    private static final class PlainFormatAgain implements ValueFormat<String> {
        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public long byteSize(String value) {
            return 0;
        }

        @Override
        public void write(String value, ValueOutput out) {}

        @Override
        public String read(ValueInput in) {
            return "";
        }
    }
}
