package dev.weft.graph.json;

import dev.weft.graph.Workflow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A `*.weft.json` file: UTF-8, with or without a byte order mark when read, without one when written.
public final class WorkflowFile {
    private WorkflowFile() {}

    /// Reads a file.
    ///
    /// @throws IOException if the file cannot be read; its message is one sentence for the user
    /// @throws WorkflowFormatException as [WorkflowReader#parse(String, String)] does, or if the file is not
    /// UTF-8
    public static Workflow read(Path file) throws IOException, WorkflowFormatException {
        return parse(bytes(file), file.toString());
    }

    /// Reads the content of a file.
    ///
    /// @throws WorkflowFormatException as [#read(Path)] does
    static Workflow parse(byte[] content, String name) throws WorkflowFormatException {
        return WorkflowReader.parse(decode(content, name), name);
    }

    /// Writes a file in the canonical layout, wholly or not at all: a file that was there before stays as it
    /// was if anything fails.
    ///
    /// @throws IOException if the file cannot be written; its message is one sentence for the user
    public static void write(Path file, Workflow workflow) throws IOException {
        byte[] bytes = WorkflowWriter.toText(workflow).getBytes(StandardCharsets.UTF_8);
        ReplacedFile.write(file, bytes);
    }

    private static byte[] bytes(Path file) throws IOException, WorkflowFormatException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(WorkflowReader.MAXIMUM_LENGTH + 1);
            if (bytes.length > WorkflowReader.MAXIMUM_LENGTH) {
                throw WorkflowReader.tooLarge(file.toString());
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            throw new IOException(file + ": there is no such file; check its name", missing);
        } catch (IOException unreadable) {
            String reason = Files.isDirectory(file) ? "it is a folder" : ReplacedFile.reason(unreadable);
            throw new IOException(
                    file + ": the workflow cannot be read, as " + reason + "; give a readable file", unreadable);
        }
    }

    private static String decode(byte[] bytes, String name) throws WorkflowFormatException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(input, output, true);
        output.flip();
        if (result.isUnderflow()) {
            return output.toString();
        }
        int line = 1;
        int column = 1;
        while (output.hasRemaining()) {
            boolean lineEnds = output.get() == '\n';
            line += lineEnds ? 1 : 0;
            column = lineEnds ? 1 : column + 1;
        }
        throw new WorkflowFormatException(
                name, line, column, "the text is not UTF-8 from here on; save the file in that encoding");
    }
}
