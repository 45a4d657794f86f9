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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PngFileTest {
    @TempDir
    private Path folder;

    private static ImageBatch random(int batch, int height, int width) {
        float[] rgb = new float[batch * 3 * height * width];
        Random random = new Random(1);
        for (int i = 0; i < rgb.length; i++) {
            // Some values lie outside, and half of the picture is smooth, so that every filter is used.
            rgb[i] = i % width < width / 2 ? random.nextFloat() * 1.4f - 0.2f : (float) (i % width) / width;
        }
        return new ImageBatch(batch, height, width, rgb);
    }

    /// A PNG file of a header, the given chunk and an end.
    private static byte[] png(String type, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(PngChunks.SIGNATURE);
        out.write(chunk("IHDR", new byte[] {0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0}));
        out.write(chunk(type, content));
        out.write(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(out);
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        fields.writeInt(content.length);
        fields.write(name);
        fields.write(content);
        fields.writeInt((int) checksum.getValue());
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 5", "128, 96", "3, 700"})
    void the_jdk_reads_the_pixels_that_were_written(int height, int width) throws IOException {
        ImageBatch images = random(2, height, width);
        Path file = folder.resolve("a.png");
        PngFile.write(file, images, 1, Map.of("prompt", "{}"));
        BufferedImage read = ImageIO.read(file.toFile());
        assertThat(read.getWidth()).isEqualTo(width);
        assertThat(read.getHeight()).isEqualTo(height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int expected =
                        images.level(1, 0, y, x) << 16 | images.level(1, 1, y, x) << 8 | images.level(1, 2, y, x);
                assertThat(read.getRGB(x, y) & 0xffffff).isEqualTo(expected);
            }
        }
        ImageBatch again = ImageFile.read(file);
        for (int i = 0; i < again.rgb().length; i++) {
            assertThat(Math.abs(again.rgb()[i] * 255 - Math.rint(again.rgb()[i] * 255)))
                    .isLessThan(1e-4);
        }
        assertThat(again.level(0, 2, height - 1, width - 1)).isEqualTo(images.level(1, 2, height - 1, width - 1));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 0", "NaN, 0", "0.5, 128", "0.0098039, 2", "0.00589, 2", "0.00588, 1", "1, 255", "7, 255"})
    void a_value_is_rounded_to_the_nearest_of_256_levels(float value, int level) {
        assertThat(new ImageBatch(1, 1, 1, new float[] {0, value, 0}).level(0, 1, 0, 0))
                .isEqualTo(level);
    }

    @Test
    void texts_are_read_back_whatever_their_letters() throws IOException {
        Map<String, String> text = new LinkedHashMap<>();
        text.put("workflow", "{\"title\": \"Flugzeug, größer\"}\n");
        text.put("prompt", "飛行機 ✈ ürgendwas");
        text.put("empty", "");
        text.put("seed", "10");
        Path file = folder.resolve("a.png");
        PngFile.write(file, random(1, 4, 4), 0, text);
        assertThat(PngFile.readText(file)).containsExactlyEntriesOf(text);
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("tEXtworkflow\0", "iTXtprompt\0", "tEXtseed\0");
    }

    @Test
    void texts_of_all_three_kinds_are_read() throws IOException {
        assertThat(PngFile.parseText("a", png("zTXt", joined(latin("k\0\0"), deflated(latin("würde"))))))
                .containsExactly(Map.entry("k", "würde"));
        byte[] compressed = deflated("✈".getBytes(StandardCharsets.UTF_8));
        assertThat(PngFile.parseText("a", png("iTXt", joined(latin("k\0\1\0de\0Wort\0"), compressed))))
                .containsExactly(Map.entry("k", "✈"));
        assertThat(PngFile.parseText("a", png("tEXt", latin("k\0v")))).containsExactly(Map.entry("k", "v"));
    }

    @Test
    void a_file_cut_anywhere_is_refused_or_read_never_worse() throws IOException {
        Path file = folder.resolve("a.png");
        PngFile.write(file, random(1, 4, 4), 0, Map.of("prompt", "✈"));
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> PngFile.parseText("cut.png", part))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageStartingWith("\"cut.png\" ");
        }
    }

    @Test
    void size_and_texts_are_read_without_the_pixels() throws IOException {
        Path file = folder.resolve("head.png");
        PngFile.write(file, random(1, 40, 30), 0, Map.of("workflow", "{}"));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        PngHead head = PngFile.readHead(file);
        assertThat(head).isEqualTo(new PngHead(30, 40, Map.of("workflow", "{}")));
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        assertThatThrownBy(() -> PngFile.readHead(file)).isInstanceOf(ImageFormatException.class);
    }

    @Test
    void a_wrong_checksum_is_found() throws IOException {
        byte[] bytes = png("tEXt", latin("k\0v"));
        bytes[8 + 25 + 8 + 2] ^= 1;
        assertThatThrownBy(() -> PngFile.parseText("a.png", bytes))
                .isInstanceOf(ImageFormatException.class)
                .hasMessage("\"a.png\" has a chunk \"tEXt\" whose checksum is wrong; the file is damaged.");
    }

    @Test
    void a_text_that_inflates_without_end_is_refused() throws IOException {
        byte[] bomb = deflated(new byte[PngTextReader.LARGEST_TEXT + 1]);
        assertThat(bomb.length).isLessThan(100_000);
        byte[] bytes = png("zTXt", joined(latin("k\0\0"), bomb));
        assertThatThrownBy(() -> PngFile.parseText("a.png", bytes))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("too large");
    }

    @Test
    void a_lying_length_allocates_nothing() {
        byte[] bytes = joined(PngChunks.SIGNATURE, new byte[] {0x7f, -1, -1, -1}, latin("IHDR"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> PngFile.parseText("a.png", bytes))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("ends in the middle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GIF89a", "version https://git-lfs.github.com/spec/v1"})
    void what_is_no_png_is_refused(String content) {
        assertThatThrownBy(() -> PngFile.parseText("a.png", latin(content)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessage("\"a.png\" is not a PNG file.");
    }

    @Test
    void a_keyword_that_png_cannot_hold_is_refused_before_anything_is_written() {
        Path file = folder.resolve("a.png");
        for (String keyword : new String[] {"", " ", "é\n", "k".repeat(80), "✈"}) {
            assertThatThrownBy(() -> PngFile.write(file, random(1, 1, 1), 0, Map.of(keyword, "v")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(file).doesNotExist();
    }
}
