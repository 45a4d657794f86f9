package dev.weft.models.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFileTest {
    @TempDir
    private Path folder;

    /// The beginning of a PNG file that says how large it is, and nothing after.
    private static byte[] header(int width, int height) throws IOException {
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(fields);
        data.write("IHDR".getBytes(StandardCharsets.US_ASCII));
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, 2, 0, 0, 0});
        CRC32 checksum = new CRC32();
        checksum.update(fields.toByteArray());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(PngChunks.SIGNATURE);
        DataOutputStream file = new DataOutputStream(out);
        file.writeInt(13);
        file.write(fields.toByteArray());
        file.writeInt((int) checksum.getValue());
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif"})
    void lossless_kinds_are_read_exactly(String kind) throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xff8000);
        image.setRGB(1, 0, 0x0000ff);
        Path file = folder.resolve("a." + kind);
        assertThat(ImageIO.write(image, kind, file.toFile())).isTrue();
        ImageBatch read = ImageFile.read(file);
        assertThat(read.batch()).isEqualTo(1);
        assertThat(read.rgb()).containsExactly(1, 0, 128 / 255f, 0, 0, 1);
    }

    @Test
    void a_jpeg_is_read() throws IOException {
        BufferedImage image = new BufferedImage(16, 8, BufferedImage.TYPE_INT_RGB);
        Path file = folder.resolve("a.jpg");
        assertThat(ImageIO.write(image, "jpg", file.toFile())).isTrue();
        ImageBatch read = ImageFile.read(file);
        assertThat(read.width()).isEqualTo(16);
        assertThat(read.height()).isEqualTo(8);
        assertThat(read.rgb()).containsOnly(0f);
    }

    @Test
    void grey_is_taken_as_it_is_stored() throws IOException {
        for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY}) {
            BufferedImage image = new BufferedImage(1, 1, type);
            int largest = type == BufferedImage.TYPE_BYTE_GRAY ? 255 : 65535;
            image.getRaster().setSample(0, 0, 0, largest / 5);
            Path file = folder.resolve("a.png");
            ImageIO.write(image, "png", file.toFile());
            assertThat(ImageFile.read(file).rgb()).containsExactly(0.2f, 0.2f, 0.2f);
        }
    }

    @Test
    void transparency_is_dropped() throws IOException {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x33ff0066);
        Path file = folder.resolve("a.png");
        ImageIO.write(image, "png", file.toFile());
        assertThat(ImageFile.read(file).rgb()).containsExactly(1, 0, 0.4f);
    }

    @Test
    void a_header_of_enormous_size_is_refused_before_pixels_are_read() throws IOException {
        Path file = folder.resolve("huge.png");
        Files.write(file, header(50_000, 50_000));
        assertThatThrownBy(() -> ImageFile.read(file))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageStartingWith("\"huge.png\" is a picture of 50000×50000 pixels, more than can be read");
        Files.write(file, header(16_000, 16_000));
        assertThatThrownBy(() -> ImageFile.read(file))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("40000000 in all.");
    }

    @Test
    void what_is_no_picture_is_refused_in_one_sentence() throws IOException {
        Path file = folder.resolve("note.png");
        Files.writeString(file, "Not a picture.");
        assertThatThrownBy(() -> ImageFile.read(file))
                .isInstanceOf(ImageFormatException.class)
                .hasMessage("\"note.png\" is not a picture that can be read; use PNG or JPEG.");
        Files.write(file, header(10, 10));
        assertThatThrownBy(() -> ImageFile.read(file))
                .isInstanceOf(ImageFormatException.class)
                .hasMessage("\"note.png\" is a damaged picture, or one of a kind that cannot be read.");
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> ImageFile.read(folder.resolve("none.png")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("There is no file")
                .hasMessageContaining("none.png");
    }
}
