package dev.weft.models.sampling;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.weft.models.safetensors.SafetensorsTensor;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// A U-Net run by ONNX Runtime as it lies on the disk, with classifier-free guidance: the oracle's network,
/// without anything of Weft but the sampler under test.
final class GuidedUNet implements Denoiser, AutoCloseable {
    /// Declares `timestep` as int64 [1] in the starter U-Net.
    private static final byte[] WHOLE_TIMESTEP = declaration((byte) 7);

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final float[] text;
    private final long[] textShape;
    private final long[] sampleShape;
    private final long[] timestepShape;
    private final float guidance;
    private final List<Double> timesteps = new ArrayList<>();

    private GuidedUNet(
            byte[] model,
            long[] timestepShape,
            SafetensorsTensor negative,
            SafetensorsTensor positive,
            long[] latentShape,
            float guidance)
            throws OrtException, IOException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(2);
            this.session = environment.createSession(model, options);
        }
        this.timestepShape = timestepShape;
        this.guidance = guidance;
        int batch = Math.toIntExact(latentShape[0]);
        float[] none = negative.floats();
        float[] some = positive.floats();
        this.text = new float[2 * some.length];
        for (int row = 0; row < batch; row++) {
            System.arraycopy(none, 0, text, row * none.length, none.length);
        }
        System.arraycopy(some, 0, text, some.length, some.length);
        this.textShape = new long[] {2L * batch, positive.shape()[1], positive.shape()[2]};
        this.sampleShape = latentShape.clone();
        this.sampleShape[0] = 2L * batch;
    }

    /// The starter model's. Its timestep is declared whole, but the operators that read it take any number, so the
    /// declaration is changed to float32 for the fractional timesteps that some schedulers ask for.
    static GuidedUNet starter(SafetensorsTensor negative, SafetensorsTensor positive, long[] latentShape)
            throws OrtException, IOException {
        byte[] model = Files.readAllBytes(Path.of("starter/unet/model.onnx"));
        int place = lastIndex(model, WHOLE_TIMESTEP);
        model[place + WHOLE_TIMESTEP.length - 1] = 1;
        return new GuidedUNet(model, new long[] {1}, negative, positive, latentShape, 7.5f);
    }

    /// One whose timestep is a float32 scalar.
    static GuidedUNet withScalarTimestep(
            Path file, SafetensorsTensor negative, SafetensorsTensor positive, long[] latentShape)
            throws OrtException, IOException {
        return new GuidedUNet(Files.readAllBytes(file), new long[0], negative, positive, latentShape, 7.5f);
    }

    @Override
    public float[] predict(float[] sample, double timestep, int step) {
        timesteps.add(timestep);
        float[] twice = new float[2 * sample.length];
        System.arraycopy(sample, 0, twice, 0, sample.length);
        System.arraycopy(sample, 0, twice, sample.length, sample.length);
        try (OnnxTensor samples = OnnxTensor.createTensor(environment, FloatBuffer.wrap(twice), sampleShape);
                OnnxTensor time = OnnxTensor.createTensor(
                        environment, FloatBuffer.wrap(new float[] {(float) timestep}), timestepShape);
                OnnxTensor states = OnnxTensor.createTensor(environment, FloatBuffer.wrap(text), textShape);
                OrtSession.Result result =
                        session.run(Map.of("sample", samples, "timestep", time, "encoder_hidden_states", states))) {
            FloatBuffer both = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] guided = new float[sample.length];
            for (int i = 0; i < guided.length; i++) {
                float without = both.get(i);
                guided[i] = without + guidance * (both.get(i + guided.length) - without);
            }
            return guided;
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /// All timesteps that were asked for, in order.
    List<Double> timesteps() {
        return Collections.unmodifiableList(timesteps);
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }

    private static byte[] declaration(byte elementType) {
        byte[] name = "Z\u0016\n\btimestep\u0012\n\n\b\b".getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[name.length + 1];
        System.arraycopy(name, 0, whole, 0, name.length);
        whole[name.length] = elementType;
        return whole;
    }

    private static int lastIndex(byte[] content, byte[] part) {
        for (int start = content.length - part.length; start >= 0; start--) {
            boolean same = true;
            for (int i = 0; same && i < part.length; i++) {
                same = content[start + i] == part[i];
            }
            if (same) {
                return start;
            }
        }
        throw new IllegalStateException("The starter U-Net declares its timestep in another way.");
    }
}
