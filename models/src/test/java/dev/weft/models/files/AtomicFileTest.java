package dev.weft.models.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    private List<Path> files() throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.toList();
        }
    }

    @Test
    void a_file_is_written_and_replaces_the_old_one() throws IOException {
        Path file = folder.resolve("a.bin");
        AtomicFile.write(file, out -> out.write(new byte[] {1, 2, 3}));
        AtomicFile.write(file, out -> out.write(new byte[] {4}));
        assertThat(file).hasBinaryContent(new byte[] {4});
        assertThat(files()).containsExactly(file);
    }

    @Test
    void a_failure_in_the_middle_leaves_the_old_file_and_nothing_else() throws IOException {
        Path file = folder.resolve("a.bin");
        Files.write(file, new byte[] {9});
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[1 << 18]);
                    throw new IOException("The cable was pulled");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("Cannot write \"" + file + "\": The cable was pulled.");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[1 << 18]);
                    throw new IllegalStateException("cancelled");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(file).hasBinaryContent(new byte[] {9});
        assertThat(files()).containsExactly(file);
    }

    @Test
    void a_missing_folder_is_named() {
        Path file = folder.resolve("none").resolve("a.bin");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> out.write(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not exist")
                .hasMessageContaining(folder.resolve("none").toString());
    }

    @Test
    void a_folder_is_not_overwritten() {
        assertThatThrownBy(() -> AtomicFile.write(folder, out -> out.write(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it is a folder");
    }

    @Test
    void a_full_disk_is_reported_in_one_sentence() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("a.bin"), out -> {
                    try (OutputStream disk = Files.newOutputStream(full)) {
                        disk.write(new byte[1 << 16]);
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("Cannot write \"" + folder.resolve("a.bin")
                        + "\": the disk is full; make room or choose another folder.");
    }
}
