package dev.weft.nodes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContentTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_name_is_the_sha_256_of_the_bytes() throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");
        // The example of FIPS 180-2.
        assertThat(FileContent.of(file)).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void a_copy_and_a_touched_file_are_the_same() throws IOException {
        Path file = Files.writeString(folder.resolve("one"), "content");
        String before = FileContent.of(file);
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        assertThat(FileContent.of(file)).isEqualTo(before);
        assertThat(FileContent.of(Files.copy(file, folder.resolve("two")))).isEqualTo(before);
    }

    @Test
    void a_change_of_equal_length_is_seen_even_at_the_same_moment_or_under_an_old_time() throws IOException {
        Path file = folder.resolve("one");
        FileTime old = FileTime.from(Instant.EPOCH);
        for (int i = 100; i < 200; i++) {
            Files.writeString(file, "content " + i);
            Files.setLastModifiedTime(file, old);
            String first = FileContent.of(file);
            Files.writeString(file, "CONTENT " + i);
            Files.setLastModifiedTime(file, old);
            assertThat(FileContent.of(file)).isNotEqualTo(first);
        }
    }

    @Test
    void only_a_file_whose_times_are_past_is_remembered() throws IOException {
        Path file = Files.writeString(folder.resolve("one"), "content");
        FileStamp stamp = FileStamp.of(file);
        Instant latest = stamp.changed().toInstant();
        assertThat(FileContent.settled(stamp, latest.plusMillis(1999))).isFalse();
        assertThat(FileContent.settled(stamp, latest.plusMillis(2001))).isTrue();
        assertThat(FileContent.settled(stamp, latest.minusSeconds(60))).isFalse();
    }

    @Test
    void a_missing_file_is_an_error() {
        assertThatThrownBy(() -> FileContent.of(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }
}
