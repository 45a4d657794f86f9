package dev.weft.models.backend;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A tensor to be fed to a model, in memory that ONNX Runtime reads without copying, so that it is made once and
/// refilled before each call.
///
/// Values are given as Java numbers and stored in the element type that the model declares.
public final class ModelInput implements AutoCloseable {
    private final ModelPort port;
    private final int count;
    private final ByteBuffer memory;
    private final OnnxTensor tensor;

    ModelInput(ModelPort port, long[] shape) throws OrtException {
        long elements = 1;
        for (long size : shape) {
            elements = Math.multiplyExact(elements, size);
        }
        this.port = port;
        this.count = Math.toIntExact(elements);
        this.memory = ByteBuffer.allocateDirect(Math.multiplyExact(count, bytesPerElement(port)))
                .order(ByteOrder.nativeOrder());
        this.tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), memory, shape, port.type());
    }

    /// The input that this is for.
    public String name() {
        return port.name();
    }

    /// How many elements the tensor has.
    public int count() {
        return count;
    }

    /// Fills the whole tensor, which has exactly as many elements as `values`.
    public ModelInput put(float[] values) {
        if (values.length != count) {
            throw new IllegalArgumentException(
                    "Input " + name() + " has " + count + " elements, but " + values.length + " were given.");
        }
        return put(0, values, 0, values.length);
    }

    /// Writes `length` values, taken from `values` at `from` on, at the tensor's element `at` on.
    public ModelInput put(int at, float[] values, int from, int length) {
        switch (port.type()) {
            case FLOAT -> memory.asFloatBuffer().put(at, values, from, length);
            case FLOAT16 -> {
                for (int i = 0; i < length; i++) {
                    memory.putShort(Short.BYTES * (at + i), Float.floatToFloat16(values[from + i]));
                }
            }
            case DOUBLE -> {
                for (int i = 0; i < length; i++) {
                    memory.putDouble(Double.BYTES * (at + i), values[from + i]);
                }
            }
            default -> {
                for (int i = 0; i < length; i++) {
                    putWhole(at + i, Math.round(values[from + i]));
                }
            }
        }
        return this;
    }

    /// Fills the whole tensor with whole numbers.
    public ModelInput put(long[] values) {
        if (values.length != count) {
            throw new IllegalArgumentException(
                    "Input " + name() + " has " + count + " elements, but " + values.length + " were given.");
        }
        for (int i = 0; i < values.length; i++) {
            putWhole(i, values[i]);
        }
        return this;
    }

    /// Sets every element to `value`, rounded to the nearest whole number where the model takes only those.
    public ModelInput fill(double value) {
        for (int i = 0; i < count; i++) {
            put(i, new float[] {(float) value}, 0, 1);
        }
        return this;
    }

    private void putWhole(int at, long value) {
        switch (port.type()) {
            case INT64 -> memory.putLong(Long.BYTES * at, value);
            case INT32 -> memory.putInt(Integer.BYTES * at, Math.toIntExact(value));
            default -> put(at, new float[] {value}, 0, 1);
        }
    }

    OnnxTensor tensor() {
        return tensor;
    }

    private static int bytesPerElement(ModelPort port) {
        return switch (port.type()) {
            case FLOAT16 -> Short.BYTES;
            case FLOAT, INT32 -> Float.BYTES;
            case DOUBLE, INT64 -> Double.BYTES;
            default ->
                throw new ModelException("Model input " + port.name() + " has the element type " + port.type()
                        + ", which Weft cannot feed; export the model with float or integer inputs.");
        };
    }

    @Override
    public void close() {
        tensor.close();
    }
}
