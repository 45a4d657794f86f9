package org.example.imagefilters;

import dev.weft.models.image.ImageBatch;
import dev.weft.testkit.TestRun;
import dev.weft.testkit.TestRuntime;
import dev.weft.testkit.TestWorkflow;
import java.util.Map;
import java.util.Random;

/// Runs single nodes of the plugin in a real runtime.
final class Filters implements AutoCloseable {
    private final TestRuntime weft = TestRuntime.start();

    /// What a node makes of pictures.
    ImageBatch apply(String node, ImageBatch images, Map<String, ?> parameters) {
        return run(node, parameters, Map.of("image", images)).output("node.image", ImageBatch.class);
    }

    TestRun run(String node, Map<String, ?> parameters, Map<String, ?> inputs) {
        TestWorkflow workflow = weft.workflow().node("node", "image-filters:" + node, parameters);
        inputs.forEach((input, value) -> workflow.give("node." + input, value));
        return workflow.run();
    }

    /// Pictures of chance.
    static ImageBatch noise(int batch, int height, int width, double from, double to) {
        Random random = new Random(7);
        float[] rgb = new float[batch * ImageBatch.CHANNELS * height * width];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (float) (from + (to - from) * random.nextDouble());
        }
        return new ImageBatch(batch, height, width, rgb);
    }

    /// Pictures of one colour.
    static ImageBatch plain(int batch, int height, int width, double... colour) {
        float[] rgb = new float[batch * ImageBatch.CHANNELS * height * width];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (float) colour[i / (height * width) % ImageBatch.CHANNELS];
        }
        return new ImageBatch(batch, height, width, rgb);
    }

    /// One value of a picture.
    static float at(ImageBatch images, int index, int channel, int y, int x) {
        return images.rgb()[((index * ImageBatch.CHANNELS + channel) * images.height() + y) * images.width() + x];
    }

    @Override
    public void close() {
        weft.close();
    }
}
