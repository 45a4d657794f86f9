package dev.weft.nodes.api;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Gives back, in the same order, the pieces that were put into a [ValueOutput].
///
/// Every method throws an [IOException] if the bytes end early or are no such piece.
public final class ValueInput {
    private static final int BLOCK_BYTES = 1 << 16;

    private final InputStream in;
    private final ByteBuffer small = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    /// Reads from `in`, which stays open.
    public ValueInput(InputStream in) {
        this.in = in;
    }

    /// A whole number.
    public long whole() throws IOException {
        fill(small.array(), Long.BYTES);
        return small.getLong(0);
    }

    /// A whole number that says how many of something there are.
    ///
    /// @throws IOException also if it is below 0 or larger than an array can be
    public int count() throws IOException {
        long count = whole();
        if (count < 0 || count > Integer.MAX_VALUE - 8) {
            throw new IOException("there cannot be " + count + " of something");
        }
        return (int) count;
    }

    /// A number with its decimals.
    public double decimal() throws IOException {
        return Double.longBitsToDouble(whole());
    }

    /// Yes or no.
    public boolean flag() throws IOException {
        int read = in.read();
        return switch (read) {
            case 0 -> false;
            case 1 -> true;
            case -1 -> throw ended();
            default -> throw new IOException("the byte " + read + " is neither yes nor no");
        };
    }

    /// A text.
    public String text() throws IOException {
        return ByteBuffer.wrap(bytes())
                .order(ByteOrder.LITTLE_ENDIAN)
                .asCharBuffer()
                .toString();
    }

    /// Bytes as they are.
    public byte[] bytes() throws IOException {
        int count = count();
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw ended();
        }
        return bytes;
    }

    /// Many decimals.
    public float[] decimals() throws IOException {
        float[] numbers = new float[count()];
        byte[] block = block((long) Float.BYTES * numbers.length);
        int most = block.length / Float.BYTES;
        for (int start = 0; start < numbers.length; start += most) {
            int count = Math.min(most, numbers.length - start);
            fill(block, count * Float.BYTES);
            ByteBuffer.wrap(block)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(numbers, start, count);
        }
        return numbers;
    }

    /// Many whole numbers.
    public long[] wholes() throws IOException {
        long[] numbers = new long[count()];
        byte[] block = block((long) Long.BYTES * numbers.length);
        int most = block.length / Long.BYTES;
        for (int start = 0; start < numbers.length; start += most) {
            int count = Math.min(most, numbers.length - start);
            fill(block, count * Long.BYTES);
            ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(numbers, start, count);
        }
        return numbers;
    }

    private static byte[] block(long bytes) {
        return new byte[(int) Math.max(Long.BYTES, Math.min(BLOCK_BYTES, bytes))];
    }

    private void fill(byte[] target, int count) throws IOException {
        if (in.readNBytes(target, 0, count) < count) {
            throw ended();
        }
    }

    private static EOFException ended() {
        return new EOFException("the bytes of the value end early");
    }
}
