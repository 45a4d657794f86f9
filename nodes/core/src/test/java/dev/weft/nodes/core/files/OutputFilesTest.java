package dev.weft.nodes.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.nodes.api.NodeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutputFilesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void numbers_go_on_after_the_largest_that_is_there() throws IOException, NodeException {
        Files.createFile(folder.resolve("weft_00007.png"));
        Files.createFile(folder.resolve("weft_00099.latent"));
        OutputFiles files = OutputFiles.below(folder, "weft", ".png");
        assertThat(files.next()).isEqualTo(folder.resolve("weft_00008.png"));
        assertThat(files.next()).isEqualTo(folder.resolve("weft_00009.png"));
    }

    @Test
    void a_prefix_may_name_folders_which_are_made() throws NodeException {
        Path file = OutputFiles.below(folder, "sets/robots/r", ".png").next();
        assertThat(file).isEqualTo(folder.resolve("sets/robots/r_00001.png"));
        assertThat(file.getParent()).isDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out", "/etc/weft", "a/../../b", "", ".", "sets/.."})
    void a_prefix_that_leaves_the_folder_is_refused(String prefix) {
        assertThatThrownBy(() -> OutputFiles.below(folder, prefix, ".png"))
                .isInstanceOf(NodeException.class)
                .hasMessageContaining("leaves the output folder");
    }
}
