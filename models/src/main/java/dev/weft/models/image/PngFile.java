package dev.weft.models.image;

import dev.weft.models.files.AtomicFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/// Writes PNG files (8 bits of red, green and blue) and reads the texts that PNG files carry.
public final class PngFile {
    private PngFile() {}

    /// Writes one picture of a batch, atomically.
    ///
    /// @param file the file; its folder must exist
    /// @param images the pictures
    /// @param index which of them
    /// @param text texts to keep in the file by keyword, as ComfyUI keeps `prompt` and `workflow`; as `tEXt`
    /// where
    ///     Latin-1 has all letters, else as `iTXt`
    /// @throws IOException in one sentence, if it cannot be written; nothing half-written is left then
    /// @throws IllegalArgumentException if a keyword is not 1 to 79 printable Latin-1 letters, or a text holds
    /// NUL
    public static void write(Path file, ImageBatch images, int index, Map<String, String> text) throws IOException {
        AtomicFile.write(file, content(images, index, text));
    }

    /// The bytes of a file that shows one picture of a batch; parameters as of [#write].
    ///
    /// @throws IllegalArgumentException as [#write]
    public static AtomicFile.Content content(ImageBatch images, int index, Map<String, String> text) {
        return new PngWriter(images, index, text)::write;
    }

    /// The bytes of the file that `write` writes.
    ///
    /// @throws IllegalArgumentException as `write`
    public static byte[] encode(ImageBatch images, int index, Map<String, String> text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new PngWriter(images, index, text).write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("An array cannot fail to be written.", e);
        }
        return bytes.toByteArray();
    }

    /// Reads the texts (`tEXt`, `zTXt`, `iTXt`) of a file, by keyword in the order of the file. Where a keyword
    /// stands twice the last text counts.
    ///
    /// @throws ImageFormatException if the file is no PNG or is damaged, or its texts are larger than 16 MiB
    ///     each or 64 MiB in all
    /// @throws IOException if it cannot be read
    public static Map<String, String> readText(Path file) throws IOException {
        String source = String.valueOf(file.getFileName());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return new PngTextReader(source, in).read();
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file \"" + file + "\".", e);
        }
    }

    /// Reads what stands before the pixels of a file: its size and its texts, all of those that [#write]
    /// writes. Of a
    /// large picture this is the least part.
    ///
    /// @throws ImageFormatException as [#readText]
    /// @throws IOException if it cannot be read
    public static PngHead readHead(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return new PngTextReader(String.valueOf(file.getFileName()), in).readHead();
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file \"" + file + "\".", e);
        }
    }

    /// Reads the texts of a file that is already in memory.
    ///
    /// @param source its name, for messages
    /// @param bytes the whole file
    /// @throws ImageFormatException as `readText`
    public static Map<String, String> parseText(String source, byte[] bytes) throws ImageFormatException {
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            return new PngTextReader(source, in).read();
        } catch (ImageFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("An array cannot fail to be read.", e);
        }
    }
}
