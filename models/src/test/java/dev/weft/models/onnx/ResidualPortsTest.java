package dev.weft.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResidualPortsTest {
    @Test
    void names_of_several_exporters_are_put_into_the_order_of_the_network() {
        assertThat(inOrder("sample", "mid_block_additional_residual", "down_block_10", "down_block_9", "down_block_0"))
                .containsExactly("down_block_0", "down_block_9", "down_block_10", "mid_block_additional_residual");
        assertThat(inOrder("down_block_res_samples.1", "down_block_res_samples.0", "mid_block_res_sample"))
                .containsExactly("down_block_res_samples.0", "down_block_res_samples.1", "mid_block_res_sample");
        assertThat(inOrder("down01", "down00", "mid")).containsExactly("down00", "down01", "mid");
        assertThat(inOrder("down_block_0_additional_residual", "mid_block")).hasSize(2);
    }

    @Test
    void names_without_numbers_keep_the_order_of_the_file() {
        assertThat(inOrder("first_down", "other_down", "mid")).containsExactly("first_down", "other_down", "mid");
    }

    @Test
    void a_network_with_only_one_kind_takes_no_residuals() {
        assertThat(ResidualPorts.among(List.of("sample", "timestep", "encoder_hidden_states")))
                .isEmpty();
        assertThat(ResidualPorts.among(List.of("sample", "mid_block"))).isEmpty();
    }

    private static List<String> inOrder(String... names) {
        return ResidualPorts.among(List.of(names)).orElseThrow().inOrder();
    }
}
