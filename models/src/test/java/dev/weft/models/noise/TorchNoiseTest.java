package dev.weft.models.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.models.safetensors.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TorchNoiseTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private static float largestDifference(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        float largest = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
        }
        return largest;
    }

    @Test
    void the_noise_of_seed_10_is_that_of_torch() throws IOException {
        float[] golden = SafetensorsFile.read(GOLDEN.resolve("sampling.safetensors"))
                .tensor("latents")
                .floats();
        assertThat(largestDifference(TorchNoise.gaussian(10, 4 * 4 * 16 * 16), golden))
                .isLessThanOrEqualTo(1e-6f);
    }

    @Test
    void the_noise_of_seed_11_is_that_of_torch() throws IOException {
        float[] golden = SafetensorsFile.read(GOLDEN.resolve("panorama.safetensors"))
                .tensor("pano0")
                .floats();
        assertThat(largestDifference(TorchNoise.gaussian(11, 4 * 16 * 40), golden))
                .isLessThanOrEqualTo(1e-6f);
    }

    /// The values are those that PyTorch prints for `manual_seed(0)`, in its documentation and countless
    /// transcripts.
    @Test
    void fewer_than_sixteen_numbers_are_drawn_one_by_one() {
        float[] expected = {1.5410f, -0.2934f, -2.1788f, 0.5684f, -1.0845f};
        assertThat(TorchNoise.gaussian(0, 5)).containsExactly(expected, within(5e-5f));
        assertThat(TorchNoise.gaussian(42, 3)).containsExactly(new float[] {0.3367f, 0.1288f, 0.2345f}, within(5e-5f));
    }

    @Test
    void the_second_number_of_a_pair_is_kept_for_the_next_small_draw() {
        TorchNoise noise = new TorchNoise(0);
        float[] first = noise.next(1);
        noise.next(16);
        float[] second = noise.next(1);
        assertThat(first[0]).isCloseTo(1.5410f, within(5e-5f));
        assertThat(second[0]).isCloseTo(-0.2934f, within(5e-5f));
    }

    @Test
    void a_stream_goes_on_where_it_stopped() {
        TorchNoise noise = new TorchNoise(10);
        float[] whole = TorchNoise.gaussian(10, 64);
        assertThat(noise.next(32)).containsExactly(Arrays.copyOfRange(whole, 0, 32));
        assertThat(noise.next(32)).containsExactly(Arrays.copyOfRange(whole, 32, 64));
    }

    @Test
    void a_tail_is_redrawn_over_the_last_sixteen() {
        float[] tailed = TorchNoise.gaussian(7, 20);
        float[] longer = TorchNoise.gaussian(7, 48);
        assertThat(Arrays.copyOfRange(tailed, 0, 4)).containsExactly(Arrays.copyOfRange(longer, 0, 4));
        TorchNoise skipping = new TorchNoise(7);
        MersenneTwister twister = new MersenneTwister(7);
        for (int i = 0; i < 20; i++) {
            twister.nextBits();
        }
        float first = (twister.nextBits() & 0xffffff) / (float) (1 << 24);
        for (int i = 0; i < 7; i++) {
            twister.nextBits();
        }
        float ninth = (twister.nextBits() & 0xffffff) / (float) (1 << 24);
        float expected = (float) (Math.sqrt(-2 * Math.log(1 - first)) * Math.cos(2 * Math.PI * ninth));
        assertThat(skipping.next(20)[4]).isCloseTo(expected, within(1e-6f));
    }

    @Test
    void only_the_low_32_bits_of_a_seed_count() {
        assertThat(TorchNoise.gaussian((5L << 32) + 10, 32)).containsExactly(TorchNoise.gaussian(10, 32));
        assertThat(TorchNoise.gaussian(-1, 32)).containsExactly(TorchNoise.gaussian(0xffffffffL, 32));
    }

    /// The first output of the reference implementation after `init_genrand(5489)`.
    @Test
    void the_generator_is_mt19937() {
        assertThat(Integer.toUnsignedLong(new MersenneTwister(5489).nextBits())).isEqualTo(3_499_211_612L);
        MersenneTwister twister = new MersenneTwister(5489);
        int last = 0;
        for (int i = 0; i < 10_000; i++) {
            last = twister.nextBits();
        }
        // The C++ standard fixes the 10,000th output of std::mt19937.
        assertThat(Integer.toUnsignedLong(last)).isEqualTo(4_123_659_995L);
    }
}
