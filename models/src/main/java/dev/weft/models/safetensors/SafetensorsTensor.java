package dev.weft.models.safetensors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// One named tensor of a file. Its bytes stay where they are (a mapped file, an array) until they are asked for.
public final class SafetensorsTensor {
    private static final String NOT_FINITE = "; such a file is damaged, so use another copy of it.";

    private final String source;
    private final String name;
    private final SafetensorsType type;
    private final long[] shape;
    private final ByteBuffer data;

    SafetensorsTensor(String source, String name, SafetensorsType type, long[] shape, ByteBuffer data) {
        this.source = source;
        this.name = name;
        this.type = type;
        this.shape = shape.clone();
        this.data = data.asReadOnlyBuffer();
    }

    /// A float32 tensor.
    ///
    /// @param name the tensor's name
    /// @param shape its dimensions; empty for a scalar
    /// @param values the elements, row-major; copied
    /// @throws IllegalArgumentException if the number of values is not the product of the shape
    public static SafetensorsTensor ofFloats(String name, long[] shape, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return of(name, SafetensorsType.F32, shape, bytes);
    }

    /// An int64 tensor.
    ///
    /// @param name the tensor's name
    /// @param shape its dimensions; empty for a scalar
    /// @param values the elements, row-major; copied
    /// @throws IllegalArgumentException if the number of values is not the product of the shape
    public static SafetensorsTensor ofLongs(String name, long[] shape, long[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Long.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return of(name, SafetensorsType.I64, shape, bytes);
    }

    /// A tensor of any type.
    ///
    /// @param name the tensor's name
    /// @param type the element type
    /// @param shape its dimensions; empty for a scalar
    /// @param data its little-endian bytes from position to limit; not copied
    /// @throws IllegalArgumentException if the number of bytes does not fit the shape, or the name is reserved
    public static SafetensorsTensor of(String name, SafetensorsType type, long[] shape, ByteBuffer data) {
        if (name.equals(HeaderReader.METADATA)) {
            throw new IllegalArgumentException("A tensor cannot be called " + name + ".");
        }
        long bytes = type.bytes();
        for (long extent : shape) {
            if (extent < 0) {
                throw new IllegalArgumentException("Tensor " + name + " has a negative extent.");
            }
            bytes = Math.multiplyExact(bytes, extent);
        }
        if (bytes != data.remaining()) {
            throw new IllegalArgumentException("Tensor " + name + " of shape " + Arrays.toString(shape) + " needs "
                    + bytes + " bytes, not " + data.remaining() + ".");
        }
        return new SafetensorsTensor(name, name, type, shape, data.slice());
    }

    /// The tensor's name.
    public String name() {
        return name;
    }

    /// The type of its elements.
    public SafetensorsType type() {
        return type;
    }

    /// Its dimensions, empty for a scalar. A copy.
    public long[] shape() {
        return shape.clone();
    }

    /// How many elements it has.
    public int count() {
        return data.remaining() / type.bytes();
    }

    /// Its bytes, little-endian, read-only, from position 0 to the limit.
    public ByteBuffer data() {
        return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /// All elements as float32, row-major. Integers and float64 are rounded to the nearest float.
    ///
    /// @throws SafetensorsException if the type is one of the 8-bit floats
    public float[] floats() throws SafetensorsException {
        ByteBuffer bytes = data();
        float[] values = new float[count()];
        if (type == SafetensorsType.F32) {
            bytes.asFloatBuffer().get(values);
            return values;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = floatAt(bytes, i);
        }
        return values;
    }

    private float floatAt(ByteBuffer bytes, int index) throws SafetensorsException {
        int at = index * type.bytes();
        return switch (type) {
            case BOOL, U8 -> Byte.toUnsignedInt(bytes.get(at));
            case I8 -> bytes.get(at);
            case U16 -> Short.toUnsignedInt(bytes.getShort(at));
            case I16 -> bytes.getShort(at);
            case F16 -> Float.float16ToFloat(bytes.getShort(at));
            case BF16 -> Float.intBitsToFloat(bytes.getShort(at) << 16);
            case U32 -> Integer.toUnsignedLong(bytes.getInt(at));
            case I32 -> bytes.getInt(at);
            case F32 -> bytes.getFloat(at);
            case U64 -> unsignedToFloat(bytes.getLong(at));
            case I64 -> bytes.getLong(at);
            case F64 -> (float) bytes.getDouble(at);
            case F8_E5M2, F8_E4M3 ->
                throw new SafetensorsException(
                        source, "tensor \"" + name + "\" is " + type + ", which Weft cannot read as numbers.");
        };
    }

    private static float unsignedToFloat(long bits) {
        // Halving keeps the lowest bit as a sticky bit, so that rounding stays correct.
        return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0f;
    }

    /// All elements as int64, row-major.
    ///
    /// @throws SafetensorsException if the type is not BOOL or a signed or unsigned integer of up to 64 bits
    public long[] longs() throws SafetensorsException {
        ByteBuffer bytes = data();
        long[] values = new long[count()];
        for (int i = 0; i < values.length; i++) {
            int at = i * type.bytes();
            values[i] = switch (type) {
                case BOOL, U8 -> Byte.toUnsignedInt(bytes.get(at));
                case I8 -> bytes.get(at);
                case U16 -> Short.toUnsignedInt(bytes.getShort(at));
                case I16 -> bytes.getShort(at);
                case U32 -> Integer.toUnsignedLong(bytes.getInt(at));
                case I32 -> bytes.getInt(at);
                case U64, I64 -> bytes.getLong(at);
                case F8_E5M2, F8_E4M3, F16, BF16, F32, F64 ->
                    throw new SafetensorsException(
                            source, "tensor \"" + name + "\" is " + type + ", but whole numbers are needed.");
            };
        }
        return values;
    }

    /// Makes sure that no element is NaN or infinite, as weights and latents must be.
    ///
    /// @return this tensor
    /// @throws SafetensorsException naming the first element that is not finite
    public SafetensorsTensor requireFinite() throws SafetensorsException {
        ByteBuffer bytes = data();
        for (int i = 0; i < count(); i++) {
            boolean finite = switch (type) {
                case F16, BF16, F32 -> Float.isFinite(floatAt(bytes, i));
                case F64 -> Double.isFinite(bytes.getDouble(i * type.bytes()));
                case BOOL, U8, I8, F8_E5M2, F8_E4M3, U16, I16, U32, I32, U64, I64 -> true;
            };
            if (!finite) {
                throw new SafetensorsException(
                        source, "element " + i + " of tensor \"" + name + "\" is NaN or infinite" + NOT_FINITE);
            }
        }
        return this;
    }
}
