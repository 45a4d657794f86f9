package dev.weft.graph.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weft.graph.Workflow;
import java.nio.charset.StandardCharsets;

/// The reader against hostile files. A plain build replays the corpus among the test resources; with
/// `JAZZER_FUZZ=1` in the environment Jazzer looks for new inputs.
class WorkflowReaderFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void a_file_is_read_or_refused_and_never_half_understood(byte[] file) {
        Workflow workflow;
        try {
            workflow = WorkflowFile.parse(file, "file");
        } catch (WorkflowFormatException refused) {
            assertThat(refused.getMessage())
                    .startsWith("file")
                    .doesNotContain("\n")
                    .hasSizeLessThan(600);
            return;
        }
        String text = WorkflowWriter.toText(workflow);
        Workflow again = readAgain(text);
        assertThat(again).isEqualTo(workflow);
        assertThat(WorkflowWriter.toText(again)).isEqualTo(text);
    }

    private static Workflow readAgain(String text) {
        try {
            return WorkflowFile.parse(text.getBytes(StandardCharsets.UTF_8), "again");
        } catch (WorkflowFormatException unreadable) {
            throw new AssertionError("what was written cannot be read: " + text, unreadable);
        }
    }
}
