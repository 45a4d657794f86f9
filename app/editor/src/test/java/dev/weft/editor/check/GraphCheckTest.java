package dev.weft.editor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.EditorFixture;
import dev.weft.editor.document.Document;
import dev.weft.editor.document.Item;
import dev.weft.editor.edit.NodeChanges;
import dev.weft.editor.edit.Removal;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.WorkflowReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class GraphCheckTest {
    @TempDir
    private Path folder;

    private EditorFixture editor;
    private Document document;

    @BeforeEach
    void open() throws Exception {
        editor = EditorFixture.in(folder);
        Path example = Path.of(System.getProperty("weft.home"), "examples", "style-aligned.weft.json");
        Workflow workflow = WorkflowReader.parse(Files.readString(example), "example");
        document = new Document(workflow, Optional.empty());
    }

    @AfterEach
    void close() {
        editor.close();
    }

    @Test
    void shapes_of_the_example_stand_beside_its_ports() throws Exception {
        CheckResult result = checked();

        assertThat(result.problems()).isEmpty();
        assertThat(result.shapes("latent")).containsEntry("latent", "4×16²");
        assertThat(result.shapes("prompts")).containsEntry("conditioning", "×4");
        assertThat(result.shapes("save")).containsEntry("image", "4×128²");
    }

    @Test
    void a_batch_that_does_not_fit_is_told_on_its_node_and_the_rest_stays_known() throws Exception {
        perform(() -> document.perform(NodeChanges.setParameter("latent", "batch_size", JsonNumber.of(3))));

        CheckResult result = checked();

        assertThat(result.sentences("sampler")).hasSize(1);
        assertThat(result.shapes("latent")).containsEntry("latent", "3×16²");
    }

    @Test
    void what_is_known_stays_known_in_a_graph_that_is_not_finished() throws Exception {
        perform(() -> document.perform(Removal.of(List.of(new Item.OfNode("save")))));

        CheckResult result = checked();

        assertThat(result.problems()).isNotEmpty();
        assertThat(result.shapes("decode")).containsEntry("image", "4×128²");
    }

    private CheckResult checked() throws Exception {
        GraphCheck check = editor.get(GraphCheck.class);
        WaitForAsyncUtils.asyncFx(() -> check.of(document)).get();
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(
                                () -> check.of(document).get().workflow().equals(document.workflow()))
                        .get());
        return WaitForAsyncUtils.asyncFx(() -> check.of(document).get()).get();
    }

    private static void perform(Runnable change) throws Exception {
        WaitForAsyncUtils.asyncFx(change).get();
    }
}
