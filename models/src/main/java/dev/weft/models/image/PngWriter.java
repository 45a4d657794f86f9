package dev.weft.models.image;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes one picture as a PNG file. Done by hand, so that a run needs no desktop classes, which take long to
/// start.
final class PngWriter {
    private static final int BIT_DEPTH = 8;
    private static final int TRUE_COLOUR = 2;
    private static final int DATA_CHUNK_BYTES = 1 << 16;

    private final ImageBatch images;
    private final int index;
    private final Map<String, String> text;

    PngWriter(ImageBatch images, int index, Map<String, String> text) {
        if (index < 0 || index >= images.batch()) {
            throw new IllegalArgumentException("There is no picture " + index + " among " + images.batch() + ".");
        }
        text.forEach(PngWriter::requireStorable);
        this.images = images;
        this.index = index;
        this.text = new LinkedHashMap<>(text);
    }

    private static void requireStorable(String keyword, String value) {
        boolean printable =
                keyword.chars().allMatch(letter -> (letter >= 32 && letter < 127) || (letter > 160 && letter < 256));
        if (keyword.isBlank() || keyword.length() > PngChunks.LONGEST_KEYWORD || !printable) {
            throw new IllegalArgumentException("\"" + keyword + "\" cannot be a keyword of a PNG text.");
        }
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("The PNG text \"" + keyword + "\" holds a NUL.");
        }
    }

    void write(OutputStream out) throws IOException {
        out.write(PngChunks.SIGNATURE);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        try (DataOutputStream fields = new DataOutputStream(header)) {
            fields.writeInt(images.width());
            fields.writeInt(images.height());
            fields.write(new byte[] {BIT_DEPTH, TRUE_COLOUR, 0, 0, 0});
        }
        writeChunk(out, PngChunks.HEADER, header.toByteArray(), header.size());
        for (Map.Entry<String, String> entry : text.entrySet()) {
            writeText(out, entry.getKey(), entry.getValue());
        }
        writePixels(out);
        writeChunk(out, PngChunks.END, new byte[0], 0);
    }

    private static void writeText(OutputStream out, String keyword, String value) throws IOException {
        boolean latin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(value);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        content.write(0);
        if (latin) {
            content.writeBytes(value.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            // Not compressed, no language, no translated keyword.
            content.writeBytes(new byte[4]);
            content.writeBytes(value.getBytes(StandardCharsets.UTF_8));
        }
        String type = latin ? PngChunks.TEXT : PngChunks.INTERNATIONAL_TEXT;
        writeChunk(out, type, content.toByteArray(), content.size());
    }

    private void writePixels(OutputStream out) throws IOException {
        Deflater deflater = new Deflater();
        // Each full block becomes a chunk of its own.
        try (DeflaterOutputStream compressed =
                new DeflaterOutputStream(new DataChunks(out), deflater, DATA_CHUNK_BYTES)) {
            PngFilters filters = new PngFilters(images.width() * ImageBatch.CHANNELS);
            byte[] row = new byte[images.width() * ImageBatch.CHANNELS];
            for (int y = 0; y < images.height(); y++) {
                for (int x = 0; x < images.width(); x++) {
                    for (int channel = 0; channel < ImageBatch.CHANNELS; channel++) {
                        row[x * ImageBatch.CHANNELS + channel] = (byte) images.level(index, channel, y, x);
                    }
                }
                compressed.write(filters.filter(row));
            }
        } finally {
            deflater.end();
        }
    }

    private static void writeChunk(OutputStream out, String type, byte[] content, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(content, 0, length);
        DataOutputStream fields = new DataOutputStream(out);
        fields.writeInt(length);
        fields.write(name);
        fields.write(content, 0, length);
        fields.writeInt((int) checksum.getValue());
        fields.flush();
    }

    /// Makes a data chunk of everything that is written at once. Does not close what it writes to.
    private static final class DataChunks extends OutputStream {
        private final OutputStream out;

        DataChunks(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int single) throws IOException {
            writeChunk(out, PngChunks.DATA, new byte[] {(byte) single}, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            writeChunk(out, PngChunks.DATA, Arrays.copyOfRange(bytes, offset, offset + length), length);
        }
    }
}
