package dev.weft.runtime.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.backend.ModelUse;
import dev.weft.nodes.api.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private final ExecutionTimes times = Measured.profile().times().getFirst();

    private NodeTimes node(String id) {
        return times.nodes().stream()
                .filter(node -> node.node().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ModelTimes model(ModelUse.Kind kind, String name, int count, long milliseconds) {
        return new ModelTimes(kind, "starter/" + name + "/model.onnx", count, Duration.ofMillis(milliseconds));
    }

    @Test
    void every_planned_node_is_told_with_what_became_of_it() {
        assertThat(times.whole()).isEqualTo(Duration.ofSeconds(1));
        assertThat(times.outcome()).isEqualTo(Outcome.DONE);
        assertThat(times.nodes())
                .extracting(node ->
                        node.node() + " " + node.fate() + " " + node.running().toMillis())
                .containsExactly("load RAN 100", "encode RAN 100", "draw RAN 600", "spare CACHED 0", "save RAN 100");
    }

    @Test
    void a_node_waits_from_the_end_of_the_last_it_depends_on() {
        assertThat(times.nodes())
                .extracting(node -> node.node() + " " + node.waiting().toMillis())
                .containsExactly("load 10", "encode 30", "draw 10", "spare 0", "save 40");
    }

    @Test
    void models_count_within_the_node_that_ran_in_their_thread() {
        assertThat(node("encode").models())
                .containsExactly(
                        model(ModelUse.Kind.OPENING, "text_encoder", 1, 40),
                        model(ModelUse.Kind.RUNNING, "text_encoder", 1, 40));
        assertThat(node("save").models()).isEmpty();
    }

    @Test
    void an_opening_in_another_thread_counts_as_far_as_the_node_that_needs_the_model_waited_for_it() {
        assertThat(node("draw").models())
                .containsExactly(
                        model(ModelUse.Kind.OPENING, "unet", 1, 360 - 260),
                        model(ModelUse.Kind.RUNNING, "unet", 2, 200 + 250));
    }

    @Test
    void what_no_node_needed_is_told_apart() {
        assertThat(times.elsewhere()).containsExactly(model(ModelUse.Kind.OPENING, "vae", 1, 100));
    }
}
