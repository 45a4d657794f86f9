package dev.weft.models.backend;

import ai.onnxruntime.OnnxTensor;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/// A tensor that a model has computed: its sizes and its elements, row-major.
public final class ModelOutput {
    private final long[] shape;
    private final float[] values;

    private ModelOutput(long[] shape, float[] values) {
        this.shape = shape;
        this.values = values;
    }

    static ModelOutput of(String model, String name, OnnxTensor tensor) {
        long[] shape = tensor.getInfo().getShape();
        return switch (tensor.getInfo().type) {
            case FLOAT -> {
                FloatBuffer buffer = tensor.getFloatBuffer();
                float[] values = new float[buffer.remaining()];
                buffer.get(values);
                yield new ModelOutput(shape, values);
            }
            case FLOAT16 -> {
                ShortBuffer buffer = tensor.getShortBuffer();
                float[] values = new float[buffer.remaining()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = Float.float16ToFloat(buffer.get(i));
                }
                yield new ModelOutput(shape, values);
            }
            default ->
                throw new ModelException("Output " + name + " of " + model + " has the element type "
                        + tensor.getInfo().type + ", but Weft reads only float32 and float16.");
        };
    }

    /// The number of dimensions.
    public int rank() {
        return shape.length;
    }

    /// The size of one dimension.
    public int size(int dimension) {
        return Math.toIntExact(shape[dimension]);
    }

    /// The elements. They belong to the caller.
    public float[] values() {
        return values;
    }
}
