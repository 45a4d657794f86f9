package {{package}};

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.TestRun;
import dev.weft.testkit.TestRuntime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The node in a real runtime, with the plugin loaded as Weft loads it.
final class StyledPromptsTest {
    @Test
    void each_subject_gets_the_style() {
        TestRun run = run("house\n\n  guitar ", "pixel art");
        assertThat(run.output("prompts.text", String.class)).isEqualTo("house, pixel art\nguitar, pixel art");
        assertThat(run.output("prompts.count", Long.class)).isEqualTo(2);
    }

    @Test
    void without_a_style_subjects_stay_as_they_are() {
        assertThat(run("house", " ").output("prompts.text", String.class)).isEqualTo("house");
    }

    @Test
    void no_subject_at_all_is_told() {
        assertThat(run("\n", "pixel art").failure("prompts"))
                .contains("There is no subject to draw; write one on each line.");
    }

    private static TestRun run(String subjects, String style) {
        try (TestRuntime weft = TestRuntime.start()) {
            return weft.workflow()
                    .node("prompts", "{{id}}:styled_prompts", Map.of("subjects", subjects, "style", style))
                    .run();
        }
    }
}
