package dev.weft.models.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Small random inputs for a U-Net of any kind, always the same for the same inputs.
///
/// The latent is the input of rank 4 named `sample`, or else the first of rank 4. Other inputs of rank 4 are
/// residuals of a ControlNet, by their names, or the picture that a ControlNet looks at. Residuals are zero and one
/// pixel large, which broadcasts.
final class ProbeInputs implements AutoCloseable {
    private static final int LATENT_RANK = 4;
    private static final int FEWEST_ROWS = 2;
    /// Divides by 8, so that it can be halved three times on the way down.
    private static final int SIDE = 8;

    private static final int CHANNELS = 4;
    private static final int COLOURS = 3;
    /// Every ControlNet halves its picture three times to the size of the latent.
    private static final int DOWNSCALE = 8;

    private static final int TOKENS = 8;
    private static final int TIMESTEP = 501;

    /// Inputs of rank 2 whose second axis is the batch.
    private static final Set<String> EACH_ROW =
            Set.of(RewrittenModel.REFERENCE_INDEX, RewrittenModel.STYLE_SHIFT, RewrittenModel.STYLE_SHARE);

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final Map<String, OnnxTensor> tensors = new HashMap<>();
    private final Random random = new Random(7);
    private final List<TensorInfo> inputs;
    private final int rows;

    ProbeInputs(List<TensorInfo> inputs) throws OrtException {
        this.inputs = inputs;
        this.rows = latent(inputs).shape().getFirst() instanceof Dimension.Fixed(long size) ? (int) size : FEWEST_ROWS;
        try {
            for (TensorInfo input : inputs) {
                tensors.put(input.name(), tensor(input));
            }
        } catch (OrtException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /// All inputs that were asked for.
    Map<String, OnnxTensor> tensors() {
        return tensors;
    }

    private static TensorInfo latent(List<TensorInfo> inputs) {
        return inputs.stream()
                .filter(input -> input.rank() == LATENT_RANK)
                .min((a, b) -> Boolean.compare(isNamedSample(b), isNamedSample(a)))
                .orElse(new TensorInfo("", OnnxType.FLOAT, List.of(new Dimension.Fixed(FEWEST_ROWS))));
    }

    private static boolean isNamedSample(TensorInfo input) {
        return input.name().equals("sample");
    }

    private OnnxTensor tensor(TensorInfo input) throws OrtException {
        boolean latent = input.name().equals(latent(inputs).name());
        long[] shape = shape(input, latent);
        double[] values = new double[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int index = 0; index < values.length; index++) {
            values[index] = value(input, index);
        }
        return tensor(input.elementType(), shape, values);
    }

    private long[] shape(TensorInfo input, boolean latent) {
        long[] usual = switch (input.rank()) {
            case 0 -> new long[0];
            case 1 -> new long[] {rows};
            case 2 -> new long[] {rows, EACH_ROW.contains(input.name()) ? rows : TOKENS};
            case 3 -> new long[] {rows, TOKENS, TOKENS};
            case LATENT_RANK -> {
                if (latent) {
                    yield new long[] {rows, CHANNELS, SIDE, SIDE};
                }
                yield ResidualPorts.isResidual(input.name())
                        ? new long[] {rows, 1, 1, 1}
                        : new long[] {rows, COLOURS, DOWNSCALE * SIDE, DOWNSCALE * SIDE};
            }
            default -> filled(input.rank());
        };
        for (int axis = 0; axis < usual.length; axis++) {
            if (input.shape().get(axis) instanceof Dimension.Fixed(long size)) {
                usual[axis] = size;
            }
        }
        return usual;
    }

    private static long[] filled(int rank) {
        long[] ones = new long[rank];
        Arrays.fill(ones, 1);
        return ones;
    }

    private double value(TensorInfo input, int index) {
        return switch (input.name()) {
            case RewrittenModel.REFERENCE_INDEX -> index % rows;
            case RewrittenModel.ATTENTION_GROUPS -> rows;
            case RewrittenModel.STYLE_SCALE, RewrittenModel.STYLE_SHIFT, RewrittenModel.STYLE_SHARE -> 0.5;
            default -> {
                if (input.rank() <= 1) {
                    yield TIMESTEP;
                }
                yield ResidualPorts.isResidual(input.name()) ? 0 : random.nextGaussian();
            }
        };
    }

    private OnnxTensor tensor(OnnxType type, long[] shape, double[] values) throws OrtException {
        ByteBuffer data = ByteBuffer.allocateDirect(Math.max(values.length, 1) * Long.BYTES)
                .order(ByteOrder.nativeOrder());
        OnnxJavaType javaType = switch (type) {
            case DOUBLE -> OnnxJavaType.DOUBLE;
            case FLOAT16 -> OnnxJavaType.FLOAT16;
            case BFLOAT16 -> OnnxJavaType.BFLOAT16;
            case INT64 -> OnnxJavaType.INT64;
            case INT32 -> OnnxJavaType.INT32;
            case BOOL -> OnnxJavaType.BOOL;
            default -> OnnxJavaType.FLOAT;
        };
        for (double value : values) {
            switch (javaType) {
                case DOUBLE -> data.putDouble(value);
                case FLOAT16 -> data.putShort(Fp16Conversions.floatToFp16((float) value));
                case BFLOAT16 -> data.putShort(Fp16Conversions.floatToBf16((float) value));
                case INT64 -> data.putLong((long) value);
                case INT32 -> data.putInt((int) value);
                case BOOL -> data.put((byte) 1);
                default -> data.putFloat((float) value);
            }
        }
        return OnnxTensor.createTensor(environment, data.flip(), shape, javaType);
    }

    @Override
    public void close() {
        tensors.values().forEach(OnnxTensor::close);
    }
}
