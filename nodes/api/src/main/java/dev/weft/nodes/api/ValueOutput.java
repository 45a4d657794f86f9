package dev.weft.nodes.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Takes what a value holds, one piece after another, and puts it down as bytes. [ValueInput] gives the pieces back in
/// the same order.
///
/// Numbers are little-endian. Texts and arrays have their length before them, so that two different lists of pieces
/// never give the same bytes as long as their kinds are the same.
public final class ValueOutput {
    private static final int BLOCK_BYTES = 1 << 16;

    private final OutputStream out;
    private final ByteBuffer small = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    /// Writes to `out`, which stays open.
    public ValueOutput(OutputStream out) {
        this.out = out;
    }

    /// A whole number.
    public void whole(long number) throws IOException {
        out.write(small.putLong(0, number).array(), 0, Long.BYTES);
    }

    /// A number with its decimals. All bits count: 0.0 and -0.0 are two numbers.
    public void decimal(double number) throws IOException {
        whole(Double.doubleToRawLongBits(number));
    }

    /// Yes or no.
    public void flag(boolean yes) throws IOException {
        out.write(yes ? 1 : 0);
    }

    /// A text, each of its chars as it is: encoding it as UTF-8 would make halves of pairs look alike.
    public void text(String text) throws IOException {
        ByteBuffer chars = ByteBuffer.allocate(Math.multiplyExact(Character.BYTES, text.length()))
                .order(ByteOrder.LITTLE_ENDIAN);
        chars.asCharBuffer().put(text);
        bytes(chars.array());
    }

    /// Bytes as they are.
    public void bytes(byte[] bytes) throws IOException {
        whole(bytes.length);
        out.write(bytes);
    }

    /// Many decimals, such as the values of a picture.
    public void decimals(float[] numbers) throws IOException {
        whole(numbers.length);
        byte[] block = block((long) Float.BYTES * numbers.length);
        ByteBuffer view = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        int most = block.length / Float.BYTES;
        for (int start = 0; start < numbers.length; start += most) {
            int count = Math.min(most, numbers.length - start);
            view.asFloatBuffer().put(numbers, start, count);
            out.write(block, 0, count * Float.BYTES);
        }
    }

    /// Many whole numbers, such as those of tokens.
    public void wholes(long[] numbers) throws IOException {
        whole(numbers.length);
        byte[] block = block((long) Long.BYTES * numbers.length);
        ByteBuffer view = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        int most = block.length / Long.BYTES;
        for (int start = 0; start < numbers.length; start += most) {
            int count = Math.min(most, numbers.length - start);
            view.asLongBuffer().put(numbers, start, count);
            out.write(block, 0, count * Long.BYTES);
        }
    }

    private static byte[] block(long bytes) {
        return new byte[(int) Math.max(Long.BYTES, Math.min(BLOCK_BYTES, bytes))];
    }
}
