package dev.weft.models.onnx;

import dev.weft.models.onnx.proto.OnnxProto.TensorProto;
import dev.weft.models.onnx.proto.OnnxProto.TensorShapeProto;
import dev.weft.models.onnx.proto.OnnxProto.ValueInfoProto;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Computes as much of a graph's shape arithmetic as constants and fixed dimensions allow, so that numbers of
/// heads and scales are proven and not guessed.
///
/// A vector holds NaN where an element is unknown, a shape [#UNKNOWN] where a dimension is. Results are
/// remembered, so an evaluator is only good for a graph that does not change.
final class PartialEvaluator {
    static final long UNKNOWN = -1;

    private static final int DEEPEST = 64;
    private static final int LONGEST_VECTOR = 1 << 16;

    private final OnnxGraph graph;
    private final Map<String, Optional<double[]>> vectors = new HashMap<>();
    private final Map<String, Optional<long[]>> shapes = new HashMap<>();
    private int depth;

    PartialEvaluator(OnnxGraph graph) {
        this.graph = graph;
    }

    /// The only element of a value, if it is known.
    OptionalDouble scalar(String value) {
        Optional<double[]> vector = vector(value);
        return vector.isPresent() && vector.get().length == 1 && !Double.isNaN(vector.get()[0])
                ? OptionalDouble.of(vector.get()[0])
                : OptionalDouble.empty();
    }

    /// The elements of a value of rank 0 or 1 (or of a small constant of any rank).
    Optional<double[]> vector(String value) {
        Optional<double[]> known = vectors.get(value);
        if (known == null) {
            known = deeper(() -> newVector(value));
            vectors.put(value, known);
        }
        return known;
    }

    /// The shape of a value.
    Optional<long[]> shape(String value) {
        Optional<long[]> known = shapes.get(value);
        if (known == null) {
            known = deeper(() -> newShape(value));
            shapes.put(value, known);
        }
        return known;
    }

    /// The last dimension of a value, or [#UNKNOWN].
    long lastDimension(String value) {
        return shape(value)
                .filter(shape -> shape.length > 0)
                .map(shape -> shape[shape.length - 1])
                .orElse(UNKNOWN);
    }

    private interface Computation<T> {
        Optional<T> run();
    }

    private <T> Optional<T> deeper(Computation<T> computation) {
        if (depth >= DEEPEST) {
            return Optional.empty();
        }
        depth++;
        try {
            return computation.run();
        } finally {
            depth--;
        }
    }

    private Optional<double[]> newVector(String value) {
        TensorProto constant = graph.constant(value);
        if (constant != null) {
            return Constants.numbers(constant);
        }
        OnnxNode node = graph.producer(value);
        if (node == null) {
            return Optional.empty();
        }
        return switch (node.operator()) {
            case "Identity", "Squeeze", "Unsqueeze" -> vector(node.input(0));
            case "Cast" -> vector(node.input(0)).map(numbers -> cast(numbers, node.integer("to", 1)));
            case "Sqrt" ->
                vector(node.input(0))
                        .map(numbers -> Arrays.stream(numbers).map(Math::sqrt).toArray());
            case "Shape" -> shape(node.input(0)).map(PartialEvaluator::toVector);
            case "Gather" -> gather(node);
            case "Slice" -> slice(node);
            case "Concat" -> concat(node);
            case "Add", "Sub", "Mul", "Div" -> arithmetic(node);
            default -> Optional.empty();
        };
    }

    private static double[] cast(double[] numbers, long type) {
        boolean toInteger = type == OnnxType.INT64.code() || type == OnnxType.INT32.code();
        return toInteger
                ? Arrays.stream(numbers)
                        .map(number -> Double.isNaN(number) ? number : (double) (long) number)
                        .toArray()
                : numbers;
    }

    private static double[] toVector(long[] shape) {
        return Arrays.stream(shape)
                .mapToDouble(dimension -> dimension == UNKNOWN ? Double.NaN : dimension)
                .toArray();
    }

    private Optional<double[]> gather(OnnxNode node) {
        Optional<double[]> data = vector(node.input(0));
        Optional<double[]> indices = vector(node.input(1));
        if (data.isEmpty() || indices.isEmpty()) {
            return Optional.empty();
        }
        double[] numbers = data.get();
        double[] result = new double[indices.get().length];
        for (int position = 0; position < result.length; position++) {
            double wanted = indices.get()[position];
            double index = wanted < 0 ? wanted + numbers.length : wanted;
            if (!(index >= 0 && index < numbers.length)) {
                return Optional.empty();
            }
            result[position] = numbers[(int) index];
        }
        return Optional.of(result);
    }

    private Optional<double[]> slice(OnnxNode node) {
        Optional<double[]> data = vector(node.input(0));
        OptionalDouble start = scalar(node.input(1));
        OptionalDouble end = scalar(node.input(2));
        boolean stepped = !node.input(4).isEmpty() && scalar(node.input(4)).orElse(0) != 1;
        if (data.isEmpty() || start.isEmpty() || end.isEmpty() || stepped) {
            return Optional.empty();
        }
        int length = data.get().length;
        int from = clamp(start.getAsDouble(), length);
        int to = Math.max(from, clamp(end.getAsDouble(), length));
        return Optional.of(Arrays.copyOfRange(data.get(), from, to));
    }

    private static int clamp(double position, int length) {
        double fromStart = position < 0 ? position + length : position;
        return (int) Math.clamp(fromStart, 0, length);
    }

    /// An unknown part counts as one unknown element: targets of Reshape are joined from single dimensions.
    private Optional<double[]> concat(OnnxNode node) {
        double[] joined = new double[0];
        for (String input : node.inputs()) {
            double[] part = vector(input).orElse(new double[] {Double.NaN});
            if (joined.length + part.length > LONGEST_VECTOR) {
                return Optional.empty();
            }
            int offset = joined.length;
            joined = Arrays.copyOf(joined, offset + part.length);
            System.arraycopy(part, 0, joined, offset, part.length);
        }
        return Optional.of(joined);
    }

    private Optional<double[]> arithmetic(OnnxNode node) {
        Optional<double[]> left = vector(node.input(0));
        Optional<double[]> right = vector(node.input(1));
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        double[] a = left.get();
        double[] b = right.get();
        if (a.length != b.length && a.length != 1 && b.length != 1) {
            return Optional.empty();
        }
        double[] result = new double[Math.max(a.length, b.length)];
        for (int index = 0; index < result.length; index++) {
            double x = a[a.length == 1 ? 0 : index];
            double y = b[b.length == 1 ? 0 : index];
            result[index] = switch (node.operator()) {
                case "Add" -> x + y;
                case "Sub" -> x - y;
                case "Mul" -> x * y;
                default -> x / y;
            };
        }
        return Optional.of(result);
    }

    private Optional<long[]> newShape(String value) {
        TensorProto constant = graph.constant(value);
        if (constant != null) {
            return Optional.of(
                    constant.getDimsList().stream().mapToLong(Long::longValue).toArray());
        }
        OnnxNode node = graph.producer(value);
        if (node == null) {
            return inputShape(value);
        }
        return switch (node.operator()) {
            case "Reshape" -> vector(node.input(1)).map(PartialEvaluator::reshapeTarget);
            case "Transpose" -> shape(node.input(0)).flatMap(shape -> permuted(shape, node.integers("perm")));
            case "MatMul" -> product(node);
            case "Add", "Sub", "Mul", "Div", "Pow" -> broadcast(node);
            case "ReduceMean" ->
                shape(node.input(0)).map(shape -> {
                    long[] unknown = new long[shape.length];
                    Arrays.fill(unknown, UNKNOWN);
                    return unknown;
                });
            case "Cast",
                    "Identity",
                    "DequantizeLinear",
                    "Dropout",
                    "Erf",
                    "LayerNormalization",
                    "Sigmoid",
                    "Softmax",
                    "Sqrt" -> shape(node.input(0));
            default -> Optional.empty();
        };
    }

    private Optional<long[]> inputShape(String value) {
        for (ValueInfoProto input : graph.inputs()) {
            if (input.getName().equals(value)) {
                List<TensorShapeProto.Dimension> dimensions =
                        input.getType().getTensorType().getShape().getDimList();
                return Optional.of(dimensions.stream()
                        .mapToLong(dimension -> dimension.hasDimValue() ? dimension.getDimValue() : UNKNOWN)
                        .toArray());
            }
        }
        return Optional.empty();
    }

    /// 0 (as in the input) and -1 (what is left) are unknown here.
    private static long[] reshapeTarget(double[] target) {
        return Arrays.stream(target)
                .mapToLong(number -> number > 0 ? (long) number : UNKNOWN)
                .toArray();
    }

    private static Optional<long[]> permuted(long[] shape, List<Long> order) {
        if (order.size() != shape.length) {
            return Optional.empty();
        }
        return Optional.of(
                order.stream().mapToLong(axis -> shape[axis.intValue()]).toArray());
    }

    /// Only products with a matrix of weights are of interest; tokens are then of rank 3 unless known otherwise.
    private Optional<long[]> product(OnnxNode node) {
        Optional<long[]> weight = shape(node.input(1));
        if (weight.isEmpty() || weight.get().length != 2) {
            return Optional.empty();
        }
        long[] result = shape(node.input(0))
                .filter(shape -> shape.length >= 2)
                .map(long[]::clone)
                .orElse(new long[] {UNKNOWN, UNKNOWN, UNKNOWN});
        result[result.length - 1] = weight.get()[1];
        return Optional.of(result);
    }

    private Optional<long[]> broadcast(OnnxNode node) {
        Optional<long[]> left = shape(node.input(0));
        Optional<long[]> right = shape(node.input(1));
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        boolean leftLonger = left.get().length >= right.get().length;
        long[] result = (leftLonger ? left : right).get().clone();
        long[] other = (leftLonger ? right : left).get();
        for (int back = 1; back <= other.length; back++) {
            int axis = result.length - back;
            long dimension = other[other.length - back];
            if (result[axis] == 1 || (result[axis] == UNKNOWN && dimension != 1)) {
                result[axis] = dimension;
            }
        }
        return Optional.of(result);
    }
}
