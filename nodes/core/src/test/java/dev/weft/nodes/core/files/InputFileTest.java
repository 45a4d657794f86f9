package dev.weft.nodes.core.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.nodes.api.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InputFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_marker_of_a_file_changes_with_what_it_holds_and_with_nothing_else() throws IOException {
        InputFile input = new InputFile(folders(), "image");
        Path file = Files.writeString(folder.resolve("a.png"), "picture");
        String before = input.changeMarker("a.png");
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        assertThat(input.changeMarker("a.png")).isEqualTo(before).isNotEmpty();
        Files.writeString(file, "PICTURE");
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        assertThat(input.changeMarker("a.png")).isNotEqualTo(before);
        assertThat(input.changeMarker("none.png")).isEmpty();
    }

    @Test
    void the_marker_of_a_folder_changes_when_a_file_does_or_gets_another_name() throws IOException {
        InputFolder input = new InputFolder(folders(), "folder", Set.of("png"));
        Files.writeString(folder.resolve("a.png"), "one");
        Files.writeString(folder.resolve("b.png"), "two");
        String before = input.changeMarker("");
        Files.setLastModifiedTime(folder.resolve("a.png"), FileTime.from(Instant.EPOCH));
        assertThat(input.changeMarker("")).isEqualTo(before).isNotEmpty();
        Files.move(folder.resolve("b.png"), folder.resolve("c.png"));
        String renamed = input.changeMarker("");
        assertThat(renamed).isNotEqualTo(before);
        Files.writeString(folder.resolve("c.png"), "TWO");
        assertThat(input.changeMarker("")).isNotEqualTo(renamed);
    }

    private Folders folders() {
        return new Folders(List.of(), folder, folder, folder, folder);
    }
}
