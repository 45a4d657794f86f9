package dev.weft.models.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of many kinds, written by Pillow, against what Pillow reads in them (as 8 bits of RGB, and the alpha channel).
/// JPEGs may differ by the rounding of two decoders.
class PictureKindsTest {
    private static final Path FILES = Path.of("src/test/resources/images");
    private static final float LEVEL = 1 / 255f;

    private static Picture read(String name) throws IOException {
        return ImageFile.readPicture(FILES.resolve(name));
    }

    private static void assertColours(String name, float tolerance) throws IOException {
        ImageBatch read = read(name).image();
        ImageBatch expected = ImageFile.read(FILES.resolve(name + ".expected.png"));
        assertThat(read.width()).isEqualTo(expected.width());
        assertThat(read.height()).isEqualTo(expected.height());
        assertThat(read.rgb()).usingComparatorWithPrecision(tolerance).containsExactly(expected.rgb());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grey.png",
                "one-bit.png",
                "palette.png",
                "palette.gif",
                "key.png",
                "alpha.png",
                "grey-alpha.png",
                "turned.png",
                "turned.tif"
            })
    void lossless_files_have_their_colours(String name) throws IOException {
        assertColours(name, 1e-6f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grey.jpg", "inks.jpg", "inks-as-luminance.jpg"})
    void grey_and_printers_inks_are_read_from_a_jpeg(String name) throws IOException {
        assertColours(name, 2.01f * LEVEL);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void photographs_stand_upright_however_the_camera_was_held(int orientation) throws IOException {
        assertColours("turned-" + orientation + ".jpg", 3.01f * LEVEL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpha.png", "grey-alpha.png", "palette.png", "palette.gif", "key.png"})
    void transparency_is_a_mask_of_what_is_not_seen(String name) throws IOException {
        float[] alpha = ImageFile.read(FILES.resolve(name + ".alpha.png")).rgb();
        float[] mask = read(name).transparency().orElseThrow().values();
        assertThat(mask).isNotEqualTo(new float[mask.length]);
        for (int i = 0; i < mask.length; i++) {
            assertThat(mask[i]).isCloseTo(1 - alpha[i], within(1e-6f));
        }
    }

    @Test
    void a_file_without_transparency_has_no_mask() throws IOException {
        assertThat(read("grey.png").transparency()).isEmpty();
        assertThat(read("inks.jpg").transparency()).isEmpty();
    }

    @Test
    void sixteen_bits_are_kept() throws IOException {
        float[] grey = read("grey16.png").image().rgb();
        Picture colours = read("rgba16.png");
        float[] rgb = colours.image().rgb();
        float[] mask = colours.transparency().orElseThrow().values();
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 12; x++) {
                int pixel = y * 12 + x;
                assertThat(grey[pixel]).isEqualTo((x * 5000 + y * 211) % 65536 / 65535f);
                assertThat(grey[2 * 96 + pixel]).isEqualTo(grey[pixel]);
                assertThat(rgb[pixel]).isEqualTo(x * 5000 % 65536 / 65535f);
                assertThat(rgb[96 + pixel]).isEqualTo(y * 8000 / 65535f);
                assertThat(rgb[2 * 96 + pixel]).isEqualTo(x * y * 301 / 65535f);
                assertThat(mask[pixel]).isCloseTo(x * 1000 / 65535f, within(1e-6f));
            }
        }
    }

    @Test
    void a_mask_is_turned_with_its_picture() {
        Picture stored = new Picture(
                new ImageBatch(1, 1, 2, new float[6]), Optional.of(new Mask(1, 1, 2, new float[] {0.25f, 1})));
        Mask turned = Orientation.numbered(8).upright(stored).transparency().orElseThrow();
        assertThat(turned.height()).isEqualTo(2);
        assertThat(turned.values()).containsExactly(1, 0.25f);
    }

    @Test
    void damaged_marks_leave_a_picture_as_it_is_or_say_that_it_is_damaged(@TempDir Path folder) throws IOException {
        for (String name : new String[] {"turned-6.jpg", "turned.png", "turned.tif", "inks.jpg"}) {
            byte[] whole = Files.readAllBytes(FILES.resolve(name));
            for (int at = 0; at < Math.min(whole.length, 200); at++) {
                byte[] damaged = whole.clone();
                damaged[at] = (byte) (damaged[at] ^ 0xff);
                Path file = folder.resolve(name);
                Files.write(file, damaged);
                try {
                    assertThat(ImageFile.read(file).batch()).isEqualTo(1);
                } catch (ImageFormatException e) {
                    assertThat(e).hasMessageStartingWith("\"" + name + "\" is ");
                }
            }
        }
    }
}
