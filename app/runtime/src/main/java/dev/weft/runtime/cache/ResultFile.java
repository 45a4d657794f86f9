package dev.weft.runtime.cache;

import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.ValueInput;
import dev.weft.nodes.api.ValueOutput;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/// One node's result as a file: the memory that it takes, the number of its outputs, the name and value of each, and a
/// CRC-32C over all of that.
///
/// Such files are read only by the process that wrote them, so they need no version.
final class ResultFile {
    private static final int BUFFER_BYTES = 1 << 16;

    private final ValueFormats formats;

    ResultFile(ValueFormats formats) {
        this.formats = formats;
    }

    /// Writes a result whose values all have formats that cover them. What was written before a failure stays.
    ///
    /// @throws IOException if the disk is full or fails, or a format does
    void write(Path file, NodeOutputs outputs) throws IOException {
        CRC32C checksum = new CRC32C();
        try (OutputStream raw = new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), BUFFER_BYTES)) {
            ValueOutput out = new ValueOutput(new CheckedOutputStream(raw, checksum));
            out.whole(outputs.byteSize());
            out.whole(outputs.values().size());
            for (Map.Entry<String, Object> output : outputs.values().entrySet()) {
                out.text(output.getKey());
                formats.write(output.getValue(), out);
            }
            new ValueOutput(raw).whole(checksum.getValue());
        } catch (RuntimeException | LinkageError e) {
            throw new IOException("a value could not be written", e);
        }
    }

    /// Reads a result.
    ///
    /// @throws IOException if the file is not there, or does not hold what was written
    NodeOutputs read(Path file) throws IOException {
        CRC32C checksum = new CRC32C();
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            ValueInput in = new ValueInput(new CheckedInputStream(raw, checksum));
            long byteSize = in.whole();
            int count = in.count();
            Map<String, Object> values = new HashMap<>();
            for (int i = 0; i < count; i++) {
                String port = in.text();
                values.put(port, formats.read(in));
            }
            long sum = checksum.getValue();
            if (new ValueInput(raw).whole() != sum || raw.read() >= 0) {
                throw new IOException("its checksum is not that of what was written");
            }
            return new NodeOutputs(values, byteSize);
        } catch (RuntimeException | LinkageError e) {
            throw new IOException("a value could not be read", e);
        }
    }
}
