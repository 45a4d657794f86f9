package dev.weft.nodes.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.graph.types.ParameterValues;
import dev.weft.models.image.Mask;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LatentMaskTest {
    private static final Latent LATENT = Latent.zeros(2, 2, 1, 2);

    private static NodeInputs inputs(Map<String, Object> values) {
        return new NodeInputs(values, new ParameterValues(Map.of()));
    }

    @Test
    void without_a_mask_everything_is_drawn() throws NodeException {
        assertThat(LatentMask.of(inputs(Map.of()), LATENT)).isEmpty();
    }

    @Test
    void one_mask_stands_for_all_pictures_and_all_channels() throws NodeException {
        Mask mask = new Mask(1, 2, 4, new float[] {1, 1, 0, 0, 1, 1, 0, 0});
        assertThat(LatentMask.of(inputs(Map.of("mask", mask)), LATENT).orElseThrow())
                .containsExactly(1, 0, 1, 0, 1, 0, 1, 0);
    }

    @Test
    void each_picture_takes_its_own_mask() throws NodeException {
        Mask mask = new Mask(2, 1, 2, new float[] {1, 0, 0.5f, 1});
        assertThat(LatentMask.of(inputs(Map.of("mask", mask)), LATENT).orElseThrow())
                .containsExactly(1, 0, 1, 0, 0.5f, 1, 0.5f, 1);
    }

    @Test
    void masks_for_another_number_of_pictures_are_refused() {
        Mask mask = new Mask(3, 1, 2, new float[6]);
        assertThatThrownBy(() -> LatentMask.of(inputs(Map.of("mask", mask)), LATENT))
                .isInstanceOf(NodeException.class)
                .hasMessageStartingWith("There are 3 masks, but the latent has 2 pictures;");
    }
}
