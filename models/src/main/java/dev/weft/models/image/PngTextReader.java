package dev.weft.models.image;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Walks over the chunks of a PNG file and picks out the texts. Believes nothing that the file says of itself.
final class PngTextReader {
    static final int LARGEST_TEXT = 16 << 20;
    private static final long LARGEST_SUM = 64L << 20;
    private static final int BLOCK = 1 << 13;
    private static final int HEADER_LENGTH = 13;

    private final String source;
    private final DataInputStream in;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private long sum;
    private int width;
    private int height;

    PngTextReader(String source, InputStream in) {
        this.source = source;
        this.in = new DataInputStream(in);
    }

    Map<String, String> read() throws IOException {
        readTo(PngChunks.END);
        return texts;
    }

    /// What stands before the pixels, which are not read.
    PngHead readHead() throws IOException {
        readTo(PngChunks.DATA);
        if (width < 1 || height < 1) {
            throw damaged("has a header without a size");
        }
        return new PngHead(width, height, texts);
    }

    private void readTo(String last) throws IOException {
        if (!Arrays.equals(in.readNBytes(PngChunks.SIGNATURE.length), PngChunks.SIGNATURE)) {
            throw new ImageFormatException(source, "is not a PNG file.");
        }
        try {
            boolean first = true;
            String type = "";
            while (!type.equals(last) && !type.equals(PngChunks.END)) {
                type = readChunk(first, last);
                first = false;
            }
        } catch (EOFException e) {
            throw new ImageFormatException(source, "ends in the middle; the file is incomplete.", e);
        }
    }

    private String readChunk(boolean first, String last) throws IOException {
        int length = in.readInt();
        byte[] name = new byte[4];
        in.readFully(name);
        String type = new String(name, StandardCharsets.ISO_8859_1);
        if (length < 0) {
            throw damaged("has a chunk of impossible length");
        }
        if (first && !type.equals(PngChunks.HEADER)) {
            throw damaged("does not begin with a header chunk");
        }
        if (type.equals(PngChunks.DATA) && last.equals(PngChunks.DATA)) {
            return type;
        }
        boolean text = type.equals(PngChunks.TEXT)
                || type.equals(PngChunks.COMPRESSED_TEXT)
                || type.equals(PngChunks.INTERNATIONAL_TEXT);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        byte[] content =
                text || (first && length == HEADER_LENGTH) ? readText(length, checksum) : skip(length, checksum);
        if (in.readInt() != (int) checksum.getValue()) {
            throw damaged("has a chunk \"" + printable(type) + "\" whose checksum is wrong");
        }
        if (first && content.length == HEADER_LENGTH) {
            measure(content);
        } else if (text) {
            keep(type, content);
        }
        return type;
    }

    private void measure(byte[] header) {
        ByteBuffer fields = ByteBuffer.wrap(header);
        width = fields.getInt();
        height = fields.getInt();
    }

    private byte[] readText(int length, CRC32 checksum) throws IOException {
        count(length);
        // Grows as bytes arrive, so a lying length allocates nothing.
        byte[] content = in.readNBytes(length);
        if (content.length < length) {
            throw new EOFException();
        }
        checksum.update(content);
        return content;
    }

    private byte[] skip(int length, CRC32 checksum) throws IOException {
        byte[] block = new byte[Math.min(length, BLOCK)];
        int left = length;
        while (left > 0) {
            int read = in.read(block, 0, Math.min(left, block.length));
            if (read < 0) {
                throw new EOFException();
            }
            checksum.update(block, 0, read);
            left -= read;
        }
        return new byte[0];
    }

    private void count(long bytes) throws ImageFormatException {
        sum += bytes;
        if (bytes > LARGEST_TEXT || sum > LARGEST_SUM) {
            throw new ImageFormatException(source, "carries texts that are too large to be read.");
        }
    }

    private void keep(String type, byte[] content) throws IOException {
        int end = indexOfZero(content);
        if (end < 1 || end > PngChunks.LONGEST_KEYWORD) {
            throw damaged("has a text without a keyword");
        }
        String keyword = new String(content, 0, end, StandardCharsets.ISO_8859_1);
        ByteBuffer rest = ByteBuffer.wrap(content, end + 1, content.length - end - 1);
        String text = switch (type) {
            case PngChunks.TEXT -> latin(rest);
            case PngChunks.COMPRESSED_TEXT -> {
                requireDeflate(rest);
                yield latin(ByteBuffer.wrap(inflate(rest)));
            }
            default -> international(rest);
        };
        texts.put(keyword, text);
    }

    private String international(ByteBuffer rest) throws IOException {
        if (rest.remaining() < 2) {
            throw damaged("has a text that is cut short");
        }
        boolean compressed = rest.get() == 1;
        if (compressed) {
            requireDeflate(rest);
        } else {
            rest.get();
        }
        // The language and the translated keyword are not kept.
        for (int field = 0; field < 2; field++) {
            byte letter;
            do {
                if (!rest.hasRemaining()) {
                    throw damaged("has a text that is cut short");
                }
                letter = rest.get();
            } while (letter != 0);
        }
        ByteBuffer content = compressed ? ByteBuffer.wrap(inflate(rest)) : rest;
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(content).toString();
        } catch (CharacterCodingException e) {
            throw new ImageFormatException(source, "has a text that is not UTF-8; the file is damaged.", e);
        }
    }

    private void requireDeflate(ByteBuffer rest) throws ImageFormatException {
        if (!rest.hasRemaining() || rest.get() != 0) {
            throw damaged("has a text with an unknown compression");
        }
    }

    private byte[] inflate(ByteBuffer rest) throws ImageFormatException {
        Inflater inflater = new Inflater();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            inflater.setInput(rest);
            byte[] block = new byte[BLOCK];
            while (!inflater.finished()) {
                int count = inflater.inflate(block);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw damaged("has a compressed text that is cut short");
                }
                out.write(block, 0, count);
                if (out.size() > LARGEST_TEXT) {
                    count(out.size());
                }
            }
            count(out.size());
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new ImageFormatException(source, "has a compressed text that is damaged.", e);
        } catch (ImageFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("An array cannot fail to be written.", e);
        } finally {
            inflater.end();
        }
    }

    private static String latin(ByteBuffer bytes) {
        return StandardCharsets.ISO_8859_1.decode(bytes).toString();
    }

    private static int indexOfZero(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static String printable(String type) {
        return type.replaceAll("[^A-Za-z0-9]", "?");
    }

    private ImageFormatException damaged(String problem) {
        return new ImageFormatException(source, problem + "; the file is damaged.");
    }
}
