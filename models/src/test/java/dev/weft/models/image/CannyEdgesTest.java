package dev.weft.models.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.golden.Golden;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Edges against those of `cv2.Canny` of OpenCV 4.14.0 and 5.0.0, which agree: of noise in sizes down to one pixel, of
/// soft noise, of such noise in few levels, so that neighbours and colours are often alike, of grey, and of drawings.
/// They are recorded as bits, the first pixel in the highest bit.
class CannyEdgesTest {
    private final Golden canny = Golden.read("golden/canny.safetensors");
    private final Golden drawings = Golden.read("golden/controlnet.safetensors");

    static Stream<Arguments> cases() {
        List<String> pictures = List.of(
                "noise_0", "noise_1", "noise_2", "noise_3", "noise_4", "noise_5", "noise_6", "soft", "steps", "grey");
        List<List<Double>> thresholds = List.of(
                List.of(100.0, 200.0),
                List.of(200.0, 100.0),
                List.of(30.7, 90.2),
                List.of(0.0, 0.0),
                List.of(400.0, 800.0));
        return pictures.stream()
                .flatMap(picture ->
                        thresholds.stream().map(pair -> Arguments.of(picture, pair.getFirst(), pair.getLast())));
    }

    @ParameterizedTest(name = "{0} between {1} and {2}")
    @MethodSource("cases")
    void edges_are_those_of_opencv(String name, double low, double high) {
        ImageBatch edges = CannyEdges.of(picture(canny.longs(name), canny.shape(name)), low, high);
        assertThat(bits(edges, 0)).containsExactly(recorded(name, low, high));
    }

    @Test
    void edges_of_a_batch_of_drawings_are_those_of_opencv() {
        long[] shape = drawings.shape("source");
        long[] all = drawings.longs("source");
        int size = all.length / 4;
        float[] rgb = new float[all.length];
        for (int index = 0; index < 4; index++) {
            long[] one = Arrays.copyOfRange(all, index * size, (index + 1) * size);
            System.arraycopy(picture(one, Arrays.copyOfRange(shape, 1, 4)).rgb(), 0, rgb, index * size, size);
        }
        ImageBatch batch = new ImageBatch(4, (int) shape[1], (int) shape[2], rgb);
        for (int index = 0; index < 4; index++) {
            assertThat(bits(CannyEdges.of(batch, 100, 200), index))
                    .containsExactly(recorded("source_" + index, 100, 200));
            assertThat(bits(CannyEdges.of(batch, 30.7, 90.2), index))
                    .containsExactly(recorded("source_" + index, 30.7, 90.2));
        }
    }

    @Test
    void edges_are_white_on_black_in_all_colours() {
        float[] rgb = new float[3 * 4 * 4];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = i % 4 < 2 ? 0 : 1;
        }
        // Both columns at the border change by 4 times 255; of two equal neighbours the first counts.
        float[] edges = CannyEdges.of(new ImageBatch(1, 4, 4, rgb), 100, 1019).rgb();
        for (int i = 0; i < edges.length; i++) {
            assertThat(edges[i]).isEqualTo(i % 4 == 1 ? 1 : 0);
        }
        assertThat(CannyEdges.of(new ImageBatch(1, 4, 4, rgb), 100, 1020).rgb()).containsOnly(0);
    }

    private static ImageBatch picture(long[] levels, long[] shape) {
        int pixels = (int) (shape[0] * shape[1]);
        boolean grey = shape.length == 2;
        float[] rgb = new float[3 * pixels];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = levels[grey ? i % pixels : i % pixels * 3 + i / pixels] / 255f;
        }
        return new ImageBatch(1, (int) shape[0], (int) shape[1], rgb);
    }

    private Integer[] recorded(String name, double low, double high) {
        return Arrays.stream(canny.longs(name + "_" + number(low) + "_" + number(high)))
                .mapToObj(value -> (int) value)
                .toArray(Integer[]::new);
    }

    private static String number(double threshold) {
        return threshold == Math.rint(threshold) ? Long.toString((long) threshold) : Double.toString(threshold);
    }

    private static Integer[] bits(ImageBatch edges, int index) {
        int pixels = edges.height() * edges.width();
        Integer[] bytes = new Integer[(pixels + 7) / 8];
        Arrays.fill(bytes, 0);
        for (int pixel = 0; pixel < pixels; pixel++) {
            int bit = edges.rgb()[index * 3 * pixels + pixel] > 0 ? 0x80 >> pixel % 8 : 0;
            bytes[pixel / 8] |= bit;
        }
        return bytes;
    }
}
