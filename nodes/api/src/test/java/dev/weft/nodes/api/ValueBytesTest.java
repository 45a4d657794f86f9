package dev.weft.nodes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class ValueBytesTest {
    @Test
    void pieces_are_little_endian_and_arrays_have_their_length_before_them() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ValueOutput out = new ValueOutput(bytes);
        out.whole(1);
        out.flag(true);
        out.text("ü");
        out.decimals(new float[] {1});
        assertThat(HexFormat.of().formatHex(bytes.toByteArray()))
                .isEqualTo("0100000000000000" + "01" + "0200000000000000fc00" + "01000000000000000000803f");
    }

    @Property(tries = 200)
    void what_was_put_in_comes_out_again(
            @ForAll long whole,
            @ForAll double decimal,
            @ForAll boolean flag,
            @ForAll @CharRange(from = 0, to = Character.MAX_VALUE) String text,
            @ForAll byte[] bytes,
            @ForAll long[] wholes)
            throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        ValueOutput out = new ValueOutput(stream);
        out.whole(whole);
        out.decimal(decimal);
        out.flag(flag);
        out.text(text);
        out.bytes(bytes);
        out.wholes(wholes);
        ValueInput in = new ValueInput(new ByteArrayInputStream(stream.toByteArray()));
        assertThat(in.whole()).isEqualTo(whole);
        assertThat(Double.doubleToRawLongBits(in.decimal())).isEqualTo(Double.doubleToRawLongBits(decimal));
        assertThat(in.flag()).isEqualTo(flag);
        assertThat(in.text()).isEqualTo(text);
        assertThat(in.bytes()).isEqualTo(bytes);
        assertThat(in.wholes()).isEqualTo(wholes);
        assertThatThrownBy(in::flag).isInstanceOf(EOFException.class);
    }

    @Test
    void arrays_larger_than_one_block_keep_every_bit_of_every_number() throws IOException {
        float[] numbers = new float[100_003];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.intBitsToFloat(i * 40_503);
        }
        long[] wholes = new long[50_001];
        Arrays.setAll(wholes, index -> index * 0x9e3779b97f4a7c15L);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        ValueOutput out = new ValueOutput(stream);
        out.decimals(numbers);
        out.wholes(wholes);
        byte[] bytes = stream.toByteArray();
        ValueInput in = new ValueInput(new ByteArrayInputStream(bytes));
        float[] read = in.decimals();
        assertThat(in.wholes()).isEqualTo(wholes);
        for (int i = 0; i < numbers.length; i++) {
            assertThat(Float.floatToRawIntBits(read[i])).isEqualTo(Float.floatToRawIntBits(numbers[i]));
        }
        byte[] cut = Arrays.copyOf(bytes, 400_000);
        assertThatThrownBy(() -> new ValueInput(new ByteArrayInputStream(cut)).decimals())
                .isInstanceOf(EOFException.class);
    }

    @Test
    void a_length_that_no_array_can_have_is_refused_before_memory_is_asked_for() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        new ValueOutput(stream).whole(-1);
        new ValueOutput(stream).whole(Long.MAX_VALUE);
        ValueInput in = new ValueInput(new ByteArrayInputStream(stream.toByteArray()));
        assertThatThrownBy(in::bytes).isInstanceOf(IOException.class).hasMessageContaining("-1");
        assertThatThrownBy(in::decimals).isInstanceOf(IOException.class);
    }
}
