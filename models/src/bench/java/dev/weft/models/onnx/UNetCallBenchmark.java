package dev.weft.models.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What StyleAligned and fusion cost: calls of the starter U-Net as exported, fused, and shared, batch 8 on 2 threads.
///
/// Each invocation calls all three in turn, so that whatever else the machine does burdens them alike; the ratios of the
/// medians are printed at the end of each size. Bounds: shared / plain 1.20 at 16×16 latents and 1.30 at 32×32; plain /
/// exported 1.02 and 0.95.
///
/// Run on a machine with nothing else to do:
/// `./mvnw -q -Pbench -pl models test-compile exec:exec@bench`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 3)
@Measurement(iterations = 21)
public class UNetCallBenchmark {
    private static final int ROWS = 8;
    private static final int CHANNELS = 4;
    private static final int TOKENS = 77;
    private static final int TEXT_WIDTH = 192;
    private static final int WARMUP_CALLS = 3;

    /// The graphs that are compared.
    enum Variant {
        EXPORTED,
        PLAIN,
        SHARED
    }

    /// Side of the square latent.
    @Param({"16", "32"})
    int side;

    private final Map<Variant, OrtSession> sessions = new EnumMap<>(Variant.class);
    private final Map<Variant, List<Long>> times = new EnumMap<>(Variant.class);
    private final Map<String, OnnxTensor> inputs = new HashMap<>();
    /// The exported model declares an integer, which the rewrites turn into a float.
    private @Nullable OnnxTensor exportedTimestep;

    /// Opens the three graphs and makes their inputs.
    @Setup
    public void open() throws IOException, OrtException {
        OnnxModel model = OnnxModel.read(Path.of("starter/unet/model.onnx"));
        RewrittenModel plain = UNetRewriter.rewrite(model, UNetStructure.plain());
        RewrittenModel shared = UNetRewriter.rewrite(model, UNetStructure.styleAligned());
        open(Variant.EXPORTED, model.proto().toByteArray());
        open(Variant.PLAIN, plain.bytes());
        open(Variant.SHARED, shared.bytes());
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        inputs.put("sample", random(ROWS, CHANNELS, side, side));
        inputs.put("encoder_hidden_states", random(ROWS, TOKENS, TEXT_WIDTH));
        inputs.put("timestep", OnnxTensor.createTensor(environment, new float[] {501}));
        exportedTimestep = OnnxTensor.createTensor(environment, new long[] {501});
        int lines = shared.selfAttentionLayers() + 1;
        LongBuffer references = LongBuffer.allocate(lines * ROWS);
        while (references.hasRemaining()) {
            references.put(references.position() % ROWS < ROWS / 2 ? 0 : ROWS / 2);
        }
        inputs.put(
                RewrittenModel.REFERENCE_INDEX,
                OnnxTensor.createTensor(environment, references.flip(), new long[] {lines, ROWS}));
    }

    private void open(Variant variant, byte[] model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(2);
            sessions.put(variant, OrtEnvironment.getEnvironment().createSession(model, options));
        }
    }

    private static OnnxTensor random(long... shape) throws OrtException {
        int count = 1;
        for (long dimension : shape) {
            count *= (int) dimension;
        }
        Random random = new Random(count);
        FloatBuffer values = FloatBuffer.allocate(count);
        while (values.hasRemaining()) {
            values.put((float) random.nextGaussian());
        }
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values.flip(), shape);
    }

    /// One call of each graph.
    @Benchmark
    public void callEach() throws OrtException {
        for (Variant variant : Variant.values()) {
            Map<String, OnnxTensor> wanted = new HashMap<>(inputs);
            if (variant != Variant.SHARED) {
                wanted.remove(RewrittenModel.REFERENCE_INDEX);
            }
            if (variant == Variant.EXPORTED) {
                wanted.put("timestep", Objects.requireNonNull(exportedTimestep));
            }
            long start = System.nanoTime();
            Objects.requireNonNull(sessions.get(variant)).run(wanted).close();
            times(variant).add(System.nanoTime() - start);
        }
    }

    /// Prints the ratios of the medians, without the calls of the warm-up.
    @TearDown
    public void report() throws OrtException {
        double exported = medianMillis(Variant.EXPORTED);
        double plain = medianMillis(Variant.PLAIN);
        double shared = medianMillis(Variant.SHARED);
        System.out.printf(
                "%nfigure: %dx%d latents: exported %.0f ms, plain %.0f ms, shared %.0f ms;"
                        + " plain / exported %.3f, shared / plain %.3f%n",
                side, side, exported, plain, shared, plain / exported, shared / plain);
        for (OrtSession session : sessions.values()) {
            session.close();
        }
        inputs.values().forEach(OnnxTensor::close);
        Objects.requireNonNull(exportedTimestep).close();
    }

    private List<Long> times(Variant variant) {
        return times.computeIfAbsent(variant, key -> new ArrayList<>());
    }

    private double medianMillis(Variant variant) {
        List<Long> all = times(variant);
        List<Long> measured =
                all.subList(WARMUP_CALLS, all.size()).stream().sorted().toList();
        return measured.get(measured.size() / 2) / 1e6;
    }
}
