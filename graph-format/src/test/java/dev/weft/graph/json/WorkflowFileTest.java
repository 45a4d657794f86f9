package dev.weft.graph.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Workflow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WorkflowFileTest {
    private static final Workflow WORKFLOW = Workflow.of(
            List.of(Node.of("🧵", new NodeTypeId("core", "x"), 1, Map.of("half", new JsonString("\udd77")))),
            List.of());

    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_written_file_reads_back_as_the_same_workflow() throws IOException, WorkflowFormatException {
        Path file = folder.resolve("a.weft.json");

        WorkflowFile.write(file, WORKFLOW);
        WorkflowFile.write(file, WORKFLOW.withParameter("🧵", "more", JsonNumber.of(1)));

        assertThat(WorkflowFile.read(file)).isEqualTo(WORKFLOW.withParameter("🧵", "more", JsonNumber.of(1)));
        assertThat(names()).containsExactly("a.weft.json");
        assertThat(Files.readString(file)).endsWith("}\n").doesNotContain("\r");
    }

    @Test
    void a_byte_order_mark_is_passed_over_and_not_written() throws IOException, WorkflowFormatException {
        Path file = Files.writeString(folder.resolve("a.weft.json"), "\uFEFF{\"weft\": 1}");

        WorkflowFile.write(file, WorkflowFile.read(file));

        assertThat(Files.readString(file)).startsWith("{");
    }

    @Test
    void a_file_that_is_not_utf_8_is_refused_at_its_first_foreign_byte() throws IOException {
        Path file = Files.write(
                folder.resolve("a.weft.json"),
                "{\"weft\": 1,\n \"title\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> WorkflowFile.read(file))
                .isInstanceOf(WorkflowFormatException.class)
                .hasMessage(file
                        + ", line 2, column 12: the text is not UTF-8 from here on; save the file in that encoding");
    }

    @Test
    void a_file_cut_within_a_character_is_refused() throws IOException {
        byte[] cut = {'{', '"', (byte) 0xC3};
        Path file = Files.write(folder.resolve("a.weft.json"), cut);

        assertThatThrownBy(() -> WorkflowFile.read(file))
                .isInstanceOf(WorkflowFormatException.class)
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void a_missing_file_and_a_folder_are_named() {
        assertThatThrownBy(() -> WorkflowFile.read(folder.resolve("none")))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("none") + ": there is no such file; check its name");
        assertThatThrownBy(() -> WorkflowFile.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": the workflow cannot be read, as it is a folder; give a readable file");
    }

    @Test
    void a_missing_folder_is_named() {
        assertThatThrownBy(() -> WorkflowFile.write(folder.resolve("none/a.weft.json"), WORKFLOW))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be saved, as its folder does not exist; choose");
    }

    @Test
    void a_save_that_fails_leaves_nothing_behind() throws IOException {
        Path occupied = Files.createDirectories(folder.resolve("a.weft.json/content"));

        assertThatThrownBy(() -> WorkflowFile.write(folder.resolve("a.weft.json"), WORKFLOW))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.weft.json: the workflow cannot be saved");

        assertThat(occupied).exists();
        assertThat(names()).containsExactly("a.weft.json");
    }

    /// The kernel's own files stand in for a folder that cannot be written: they are closed to root, too.
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_folder_that_cannot_be_written_is_refused_and_a_link_to_it_stays() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("a.weft.json"), Path.of("/proc/self/status"));

        assertThatThrownBy(() -> WorkflowFile.write(link, WORKFLOW))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be saved");

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(names()).containsExactly("a.weft.json");
        Files.delete(link);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_link_keeps_pointing_to_the_file_that_is_replaced() throws IOException, WorkflowFormatException {
        Path file = Files.writeString(folder.resolve("real.weft.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.weft.json"), file);

        WorkflowFile.write(link, WORKFLOW);

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(WorkflowFile.read(file)).isEqualTo(WORKFLOW);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_permissions_of_a_replaced_file_stay() throws IOException {
        Path file = Files.writeString(folder.resolve("a.weft.json"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

        WorkflowFile.write(file, WORKFLOW);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r--");
    }
}
