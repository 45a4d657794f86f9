package dev.weft.models.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// One call of a U-Net in ONNX Runtime, its inputs given by name and converted to the types that the model wants.
final class UNetCall {
    private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

    private final Map<String, GoldenTensors.Tensor> values = new HashMap<>();

    static OrtSession open(byte[] model, Optional<Path> externalFolder) throws OrtException {
        try (SessionOptions options = new SessionOptions()) {
            // Spinning threads of several builds on one machine starve each other.
            options.setIntraOpNumThreads(1);
            if (externalFolder.isPresent()) {
                options.addConfigEntry(
                        "session.model_external_initializers_file_folder_path",
                        externalFolder.get().toString());
            }
            return ENVIRONMENT.createSession(model, options);
        }
    }

    UNetCall with(String name, GoldenTensors.Tensor tensor) {
        values.put(name, tensor);
        return this;
    }

    UNetCall with(String name, long[] shape, double... numbers) {
        float[] floats = new float[numbers.length];
        for (int index = 0; index < floats.length; index++) {
            floats[index] = (float) numbers[index];
        }
        return with(name, new GoldenTensors.Tensor(shape, floats));
    }

    /// The same timestep for all rows, in the rank that the model declares.
    UNetCall timestep(RewrittenModel model, double timestep, int rows) {
        TensorInfo info = input(model, "timestep");
        boolean eachRow = info.rank() == 1 && info.shape().getFirst() instanceof Dimension.Symbolic;
        double[] numbers = new double[eachRow ? rows : 1];
        Arrays.fill(numbers, timestep);
        return with("timestep", info.rank() == 0 ? new long[0] : new long[] {numbers.length}, numbers);
    }

    /// One list of reference rows for all layers and the norms.
    UNetCall references(RewrittenModel model, int... rows) {
        int lines = model.selfAttentionLayers() + 1;
        double[] numbers = new double[lines * rows.length];
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = rows[index % rows.length];
        }
        return with(RewrittenModel.REFERENCE_INDEX, new long[] {lines, rows.length}, numbers);
    }

    /// Several references of each row, for all layers and the norms.
    ///
    /// @param rows for each reference and row the row referred to
    UNetCall references(RewrittenModel model, int[][] rows) {
        int lines = (model.selfAttentionLayers() + 1) * rows.length;
        int batch = rows[0].length;
        double[] numbers = new double[lines * batch];
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = rows[index / batch % rows.length][index % batch];
        }
        return with(RewrittenModel.REFERENCE_INDEX, new long[] {lines, batch}, numbers);
    }

    /// Lets one line of the references name each row itself.
    UNetCall unshare(int line) {
        GoldenTensors.Tensor references = value(RewrittenModel.REFERENCE_INDEX);
        int rows = (int) references.shape()[1];
        for (int row = 0; row < rows; row++) {
            references.values()[line * rows + row] = row;
        }
        return this;
    }

    float[] run(RewrittenModel model) throws OrtException {
        try (OrtSession session = open(model.bytes(), model.externalFolder())) {
            return run(session, model.inputs());
        }
    }

    float[] run(OrtSession session, List<TensorInfo> inputs) throws OrtException {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            for (TensorInfo info : inputs) {
                tensors.put(info.name(), tensor(info.elementType(), value(info.name())));
            }
            try (OrtSession.Result result = session.run(tensors)) {
                OnnxTensor output = (OnnxTensor) result.get(0);
                FloatBuffer floats = output.getFloatBuffer();
                float[] copy = new float[floats.remaining()];
                floats.get(copy);
                return copy;
            }
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private GoldenTensors.Tensor value(String name) {
        return Objects.requireNonNull(values.get(name), () -> "the call lacks the input " + name);
    }

    private static TensorInfo input(RewrittenModel model, String name) {
        return model.inputs().stream()
                .filter(info -> info.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static OnnxTensor tensor(OnnxType type, GoldenTensors.Tensor tensor) throws OrtException {
        float[] values = tensor.values();
        return switch (type) {
            case FLOAT -> OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(values), tensor.shape());
            case FLOAT16 -> {
                short[] halves = new short[values.length];
                for (int index = 0; index < halves.length; index++) {
                    halves[index] = Fp16Conversions.floatToFp16(values[index]);
                }
                yield OnnxTensor.createTensor(
                        ENVIRONMENT, ShortBuffer.wrap(halves), tensor.shape(), OnnxJavaType.FLOAT16);
            }
            case INT64 -> {
                long[] integers = new long[values.length];
                for (int index = 0; index < integers.length; index++) {
                    integers[index] = (long) values[index];
                }
                yield OnnxTensor.createTensor(ENVIRONMENT, LongBuffer.wrap(integers), tensor.shape());
            }
            case INT32 -> {
                int[] integers = new int[values.length];
                for (int index = 0; index < integers.length; index++) {
                    integers[index] = (int) values[index];
                }
                yield OnnxTensor.createTensor(ENVIRONMENT, IntBuffer.wrap(integers), tensor.shape());
            }
            default -> throw new IllegalArgumentException("No test has inputs of type " + type + ".");
        };
    }
}
