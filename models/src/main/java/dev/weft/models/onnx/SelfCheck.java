package dev.weft.models.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.platform.Fp16Conversions;
import dev.weft.models.backend.StopSignal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs a rewritten model, every row being its own reference, beside the original on the same random input. Graph
/// surgery on a graph from a stranger's exporter is only trusted after it computed the same.
final class SelfCheck {
    /// Largest difference that rounding explains, relative to the size of the output.
    private static final double FLOAT_TOLERANCE = 1e-3;

    private static final double HALF_TOLERANCE = 5e-2;

    /// Models up to this many bytes are opened twice at the same time.
    private static final int LARGEST_PAIR = 256 << 20;

    private SelfCheck() {}

    /// @throws InvalidModelException if the results differ by more than rounding
    /// @throws CancellationException if stopped
    static void check(OnnxModel original, RewrittenModel rewritten, SessionOpener opener, StopSignal stop)
            throws InvalidModelException, OrtException {
        Callable<List<double[]>> exported =
                () -> run(opener, original.proto().toByteArray(), original.externalFolder(), original.inputs(), stop);
        Callable<List<double[]>> changed =
                () -> run(opener, rewritten.bytes(), rewritten.externalFolder(), rewritten.inputs(), stop);
        // Opening takes longer than running, so both are opened at once where memory allows.
        boolean small = original.externalFiles().isEmpty() && rewritten.bytes().length <= LARGEST_PAIR;
        List<double[]> expected;
        List<double[]> actual;
        try (ExecutorService executor = Executors.newFixedThreadPool(small ? 2 : 1)) {
            Future<List<double[]>> first = executor.submit(exported);
            Future<List<double[]>> second = executor.submit(changed);
            expected = result(first);
            actual = result(second);
        }
        double difference = difference(expected, actual);
        double tolerance = tolerance(original);
        if (!(difference <= tolerance)) {
            throw new InvalidModelException(String.format(
                    Locale.ROOT,
                    "The U-Net %s computes something else after Weft's graph surgery (relative difference %.1e, allowed"
                            + " %.0e), so it is not used; please report the model, and use another export meanwhile.",
                    original.file(),
                    difference,
                    tolerance));
        }
    }

    private static double tolerance(OnnxModel model) {
        // Weights may be stored in half precision and still be used in float, so it is the layers that tell.
        OnnxGraph graph = new OnnxGraph(model.proto());
        ValueTypes types = new ValueTypes(graph);
        boolean half = graph.nodes().stream()
                .filter(node -> node.is("Conv") || node.is("MatMul"))
                .anyMatch(node ->
                        types.of(node.output()).filter(SelfCheck::isHalf).isPresent());
        return half ? HALF_TOLERANCE : FLOAT_TOLERANCE;
    }

    private static boolean isHalf(OnnxType type) {
        return type == OnnxType.FLOAT16 || type == OnnxType.BFLOAT16;
    }

    private static List<double[]> run(
            SessionOpener opener, byte[] model, Optional<Path> externalFolder, List<TensorInfo> inputs, StopSignal stop)
            throws OrtException {
        stop.throwIfStopped();
        try (ProbeInputs probe = new ProbeInputs(inputs);
                OrtSession session = opener.open(model, externalFolder);
                OrtSession.RunOptions options = new OrtSession.RunOptions()) {
            stop.enter(options);
            try (OrtSession.Result result = session.run(probe.tensors(), options)) {
                List<double[]> outputs = new ArrayList<>();
                for (int index = 0; index < result.size(); index++) {
                    outputs.add(numbers((OnnxTensor) result.get(index)));
                }
                return outputs;
            } finally {
                stop.leave(options);
            }
        } catch (OrtException e) {
            stop.throwIfStopped();
            throw e;
        }
    }

    private static List<double[]> result(Future<List<double[]>> result) throws OrtException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OrtException failure) {
                throw failure;
            }
            if (e.getCause() instanceof CancellationException stopped) {
                throw stopped;
            }
            throw new IllegalStateException("The self-check failed.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The self-check was interrupted.");
        }
    }

    private static double[] numbers(OnnxTensor tensor) {
        ByteBuffer data = tensor.getByteBuffer().order(ByteOrder.nativeOrder());
        int bytes = tensor.getInfo().type.size;
        double[] numbers = new double[data.remaining() / bytes];
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = switch (tensor.getInfo().type) {
                case FLOAT16 -> Fp16Conversions.fp16ToFloat(data.getShort());
                case BFLOAT16 -> Fp16Conversions.bf16ToFloat(data.getShort());
                case DOUBLE -> data.getDouble();
                default -> data.getFloat();
            };
        }
        return numbers;
    }

    /// The largest of the differences of the outputs.
    private static double difference(List<double[]> expected, List<double[]> actual) {
        double largest = expected.size() == actual.size() ? 0 : Double.POSITIVE_INFINITY;
        for (int index = 0; index < Math.min(expected.size(), actual.size()); index++) {
            largest = Math.max(largest, difference(expected.get(index), actual.get(index)));
        }
        return largest;
    }

    /// Largest difference, relative to the root mean square of what is expected; NaN if the results hold NaN.
    private static double difference(double[] expected, double[] actual) {
        if (expected.length != actual.length) {
            return Double.POSITIVE_INFINITY;
        }
        double largest = 0;
        double squares = Double.MIN_NORMAL;
        for (int index = 0; index < expected.length; index++) {
            largest = Math.max(largest, Math.abs(expected[index] - actual[index]));
            squares += expected[index] * expected[index];
        }
        return largest / Math.sqrt(squares / Math.max(expected.length, 1));
    }
}
