package dev.weft.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {
    private static final Fingerprint KEY = new Fingerprint(1, 2, 3, 4);

    @TempDir
    private Path parent = Path.of("");

    @Test
    void closing_deletes_all() throws IOException {
        try (ResultFolder folder = ResultFolder.make(parent)) {
            Files.writeString(folder.file(KEY), "result");
            assertThat(folder.file(KEY).getParent()).isNotEqualTo(parent);
        }
        assertThat(entries()).isZero();
    }

    @Test
    void what_a_dead_process_left_is_deleted_and_what_a_living_one_holds_is_not() throws IOException {
        Path dead = Files.createDirectory(parent.resolve("dead"));
        Files.writeString(dead.resolve("result"), "half a resu");
        Files.createFile(parent.resolve("dead.lock"));
        try (ResultFolder living = ResultFolder.make(parent)) {
            Files.writeString(living.file(KEY), "result");
            ResultFolder.deleteThoseOfTheDead(parent);
            assertThat(dead).doesNotExist();
            assertThat(parent.resolve("dead.lock")).doesNotExist();
            assertThat(living.file(KEY)).hasContent("result");
        }
    }

    @Test
    void a_parent_that_is_not_there_is_made_when_needed_and_not_missed_before() throws IOException {
        Path deep = parent.resolve("a/b");
        ResultFolder.deleteThoseOfTheDead(deep);
        assertThat(deep).doesNotExist();
        try (ResultFolder folder = ResultFolder.make(deep)) {
            assertThat(folder.freeBytes()).isPositive();
        }
    }

    private long entries() throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.count();
        }
    }
}
