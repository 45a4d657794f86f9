package dev.weft.nodes.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.models.files.AtomicFile;
import dev.weft.nodes.api.NodeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutputFilesTest {
    private static final AtomicFile.Content ONE_BYTE = out -> out.write(1);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void numbers_go_on_after_the_largest_that_is_there() throws IOException, NodeException {
        Files.createFile(folder.resolve("weft_00007.png"));
        Files.createFile(folder.resolve("weft_00099.latent"));
        OutputFiles files = OutputFiles.below(folder, "weft", ".png");
        assertThat(files.write(ONE_BYTE)).isEqualTo(folder.resolve("weft_00008.png"));
        assertThat(files.write(ONE_BYTE))
                .isEqualTo(folder.resolve("weft_00009.png"))
                .hasBinaryContent(new byte[] {1});
    }

    @Test
    void writers_at_the_same_moment_never_get_the_same_file() throws Exception {
        int writers = 4;
        int each = 25;
        Set<Path> written = ConcurrentHashMap.newKeySet();
        try (ExecutorService together = Executors.newFixedThreadPool(writers)) {
            List<Callable<Void>> work = IntStream.range(0, writers)
                    .<Callable<Void>>mapToObj(writer -> () -> {
                        OutputFiles files = OutputFiles.below(folder, "weft", ".png");
                        for (int i = 0; i < each; i++) {
                            written.add(files.write(ONE_BYTE));
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> done : together.invokeAll(work)) {
                done.get();
            }
        }
        assertThat(written).hasSize(writers * each);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void a_prefix_may_name_folders_which_are_made() throws NodeException {
        Path file = OutputFiles.below(folder, "sets/robots/r", ".png").write(ONE_BYTE);
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
