package dev.weft.models.safetensors;

import dev.weft.models.files.AtomicFile;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads and writes `.safetensors` files: eight bytes of little-endian header length, a JSON header, the data.
///
/// Reading is strict: names and metadata keys are unique, tensors lie side by side without gap or overlap and
/// fill the data section, shapes and offsets agree. Nothing is allocated on the word of a header.
public final class SafetensorsFile {
    private static final int LENGTH_BYTES = Long.BYTES;
    /// The limit that the format's own reader sets.
    private static final long LARGEST_HEADER = 100_000_000;
    /// Files up to this size are read at once; larger ones are mapped.
    private static final long LARGEST_READ = 64L << 20;

    private SafetensorsFile() {}

    /// Reads a file. Tensors of files above 64 MiB are mapped into memory, so such a file must not be changed
    /// while they are in use.
    ///
    /// @throws SafetensorsException if it is damaged or not such a file
    /// @throws IOException if it cannot be read
    public static Safetensors read(Path file) throws IOException {
        String source = String.valueOf(file.getFileName());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size <= LARGEST_READ) {
                byte[] bytes = new byte[(int) size];
                readFully(channel, ByteBuffer.wrap(bytes), source);
                return parse(source, MemorySegment.ofArray(bytes));
            }
            return parse(source, channel.map(FileChannel.MapMode.READ_ONLY, 0, size, Arena.ofAuto()));
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file \"" + file + "\".", e);
        }
    }

    /// Reads a file that is already in memory.
    ///
    /// @param source its name, for messages
    /// @param bytes the whole file
    /// @throws SafetensorsException if it is damaged or not such a file
    public static Safetensors parse(String source, byte[] bytes) throws SafetensorsException {
        return parse(source, MemorySegment.ofArray(bytes));
    }

    private static Safetensors parse(String source, MemorySegment file) throws SafetensorsException {
        MemorySegment content = file.asReadOnly();
        long size = content.byteSize();
        if (size < LENGTH_BYTES) {
            throw new SafetensorsException(
                    source, "the file has only " + size + " bytes, fewer than the 8 of the header length.");
        }
        ByteBuffer length = content.asSlice(0, LENGTH_BYTES).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long headerBytes = length.getLong();
        if (headerBytes < 2 || headerBytes > size - LENGTH_BYTES || headerBytes > LARGEST_HEADER) {
            throw new SafetensorsException(
                    source,
                    "the header length is given as " + Long.toUnsignedString(headerBytes) + ", but the file has "
                            + (size - LENGTH_BYTES) + " bytes after it; the file is incomplete or not a safetensors"
                            + " file.");
        }
        MemorySegment header = content.asSlice(LENGTH_BYTES, headerBytes);
        HeaderReader.Header parsed = HeaderReader.parse(source, decode(source, header.asByteBuffer()));
        MemorySegment data = content.asSlice(LENGTH_BYTES + headerBytes);
        requireContiguous(source, parsed.entries(), data.byteSize());
        Map<String, SafetensorsTensor> tensors = new LinkedHashMap<>();
        for (TensorEntry entry : parsed.entries()) {
            if (entry.bytes() > Integer.MAX_VALUE) {
                throw new SafetensorsException(
                        source, "tensor \"" + entry.name() + "\" is larger than 2 GiB, which Weft cannot read.");
            }
            ByteBuffer bytes = data.asSlice(entry.begin(), entry.bytes()).asByteBuffer();
            tensors.put(
                    entry.name(), new SafetensorsTensor(source, entry.name(), entry.type(), entry.extents(), bytes));
        }
        return new Safetensors(source, tensors, parsed.metadata());
    }

    private static String decode(String source, ByteBuffer header) throws SafetensorsException {
        if (header.get(0) != '{') {
            throw new SafetensorsException(source, "the header is not a JSON object.");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(header).toString();
        } catch (CharacterCodingException e) {
            throw new SafetensorsException(source, "the header is not UTF-8 text; the file is damaged.");
        }
    }

    private static void requireContiguous(String source, List<TensorEntry> entries, long dataBytes)
            throws SafetensorsException {
        List<TensorEntry> byPlace = entries.stream()
                .sorted(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end))
                .toList();
        long expected = 0;
        for (TensorEntry entry : byPlace) {
            if (entry.end() > dataBytes) {
                throw new SafetensorsException(
                        source,
                        "tensor \"" + entry.name() + "\" ends at byte " + entry.end() + " of the data, which has only "
                                + dataBytes + " bytes; the file is incomplete.");
            }
            if (entry.begin() < expected) {
                throw new SafetensorsException(
                        source,
                        "tensor \"" + entry.name() + "\" begins at byte " + entry.begin()
                                + " of the data, inside another tensor that ends at byte " + expected + ".");
            }
            if (entry.begin() > expected) {
                throw new SafetensorsException(
                        source,
                        "bytes " + expected + " to " + entry.begin() + " of the data, before tensor \"" + entry.name()
                                + "\", belong to no tensor.");
            }
            expected = entry.end();
        }
        if (expected != dataBytes) {
            throw new SafetensorsException(
                    source, "bytes " + expected + " to " + dataBytes + " of the data belong to no tensor.");
        }
    }

    private static void readFully(FileChannel channel, ByteBuffer buffer, String source) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new SafetensorsException(source, "the file became shorter while it was read.");
            }
        }
    }

    /// Writes a file atomically. The same content gives the same bytes: metadata by key, then tensors by
    /// element size (largest first, so that all are aligned) and name.
    ///
    /// @throws IOException in one sentence, if it cannot be written; nothing half-written is left then
    public static void write(Path file, Safetensors content) throws IOException {
        AtomicFile.write(file, content(content));
    }

    /// The bytes of the file that [#write] would write.
    public static AtomicFile.Content content(Safetensors content) {
        List<SafetensorsTensor> tensors = content.tensors().values().stream()
                .sorted(Comparator.comparingInt(
                                (SafetensorsTensor tensor) -> -tensor.type().bytes())
                        .thenComparing(SafetensorsTensor::name))
                .toList();
        byte[] header = HeaderWriter.write(tensors, content.metadata());
        return out -> {
            ByteBuffer length = ByteBuffer.allocate(LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            out.write(length.putLong(header.length).array());
            out.write(header);
            byte[] block = new byte[1 << 16];
            for (SafetensorsTensor tensor : tensors) {
                ByteBuffer data = tensor.data();
                while (data.hasRemaining()) {
                    int count = Math.min(block.length, data.remaining());
                    data.get(block, 0, count);
                    out.write(block, 0, count);
                }
            }
        };
    }
}
