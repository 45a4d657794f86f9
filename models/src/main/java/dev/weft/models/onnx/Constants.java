package dev.weft.models.onnx;

import dev.weft.models.onnx.proto.OnnxProto.TensorProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Set;

/// Looks through what exporters and quantisers put between a stored constant and its use: Identity (equal
/// constants merged), Cast (half precision storage), Mul or DequantizeLinear (integer storage with a scale),
/// Add and MatMul (a low-rank update that was merged into it). Nothing is computed here that is as large as a
/// weight.
final class Constants {
    private static final Set<String> TRANSPARENT =
            Set.of("Identity", "Cast", "Mul", "DequantizeLinear", "Transpose", "Reshape", "Add", "MatMul");
    private static final int DEEPEST_CHAIN = 8;
    private static final long MOST_ELEMENTS = 1 << 16;

    private final OnnxGraph graph;

    Constants(OnnxGraph graph) {
        this.graph = graph;
    }

    /// Whether a value depends on stored constants only.
    boolean isConstant(String value) {
        return isConstant(value, 0);
    }

    private boolean isConstant(String value, int depth) {
        if (graph.constant(value) != null) {
            return true;
        }
        OnnxNode producer = graph.producer(value);
        return producer != null
                && depth < DEEPEST_CHAIN
                && TRANSPARENT.contains(producer.operator())
                && producer.inputs().stream().allMatch(input -> input.isEmpty() || isConstant(input, depth + 1));
    }

    /// The elements of a stored tensor, if they are few and lie in the model file itself.
    static Optional<double[]> numbers(TensorProto tensor) {
        OnnxType type = OnnxType.ofCode(tensor.getDataType()).orElse(OnnxType.STRING);
        long elements = tensor.getDimsList().stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
        boolean external = tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL;
        if (external || elements > MOST_ELEMENTS || type.bits() < 8 || type.bits() > 64) {
            return Optional.empty();
        }
        double[] numbers = new double[(int) elements];
        ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().slice().order(ByteOrder.LITTLE_ENDIAN);
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = tensor.hasRawData() ? raw(raw, type, index) : typed(tensor, type, index);
        }
        return Optional.of(numbers);
    }

    private static double raw(ByteBuffer data, OnnxType type, int index) {
        return switch (type) {
            case FLOAT -> data.getFloat(4 * index);
            case DOUBLE -> data.getDouble(8 * index);
            case FLOAT16 -> Float.float16ToFloat(data.getShort(2 * index));
            case BFLOAT16 -> Float.intBitsToFloat(data.getShort(2 * index) << 16);
            case INT64, UINT64 -> data.getLong(8 * index);
            case INT32, UINT32 -> data.getInt(4 * index);
            case INT16 -> data.getShort(2 * index);
            case UINT16 -> data.getShort(2 * index) & 0xffff;
            case INT8 -> data.get(index);
            case UINT8, BOOL -> data.get(index) & 0xff;
            default -> Double.NaN;
        };
    }

    private static double typed(TensorProto tensor, OnnxType type, int index) {
        return switch (type) {
            case FLOAT -> tensor.getFloatData(index);
            case DOUBLE -> tensor.getDoubleData(index);
            case FLOAT16 -> Float.float16ToFloat((short) tensor.getInt32Data(index));
            case BFLOAT16 -> Float.intBitsToFloat(tensor.getInt32Data(index) << 16);
            case INT64 -> tensor.getInt64Data(index);
            case UINT32, UINT64 -> tensor.getUint64Data(index);
            case INT32, INT16, UINT16, INT8, UINT8, BOOL -> tensor.getInt32Data(index);
            default -> Double.NaN;
        };
    }
}
