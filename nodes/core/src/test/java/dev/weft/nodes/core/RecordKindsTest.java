package dev.weft.nodes.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.PortKind;
import dev.weft.models.control.ControlNet;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.Mask;
import dev.weft.models.style.Style;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.record.Input;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.RecordNode;
import dev.weft.nodes.core.sampling.ControlledConditioning;
import dev.weft.nodes.core.sampling.Latent;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The plugin interface does not see these classes, so it cannot check what it says of them.
final class RecordKindsTest {
    @Node(value = "test:all", title = "All", category = "test", description = "Takes everything.")
    private static final class All extends RecordNode<All.In, All.Out> {
        record In(
                @Input("Pictures.") ImageBatch image,
                @Input("Masks.") Optional<Mask> mask,
                @Input("Latents.") Latent latent,
                @Input("Prompts.") ControlledConditioning conditioning,
                @Input("A style.") Style style,
                @Input("A network.") ControlNet controlnet) {}

        record Out() {}

        @Override
        protected Out execute(In in, NodeContext context) {
            return new Out();
        }
    }

    @Test
    void the_kinds_of_values_that_weft_itself_brings_need_not_be_named() {
        assertThat(new All().signature().inputs())
                .extracting(InputPort::kind)
                .containsExactly(
                        PortKind.IMAGE,
                        PortKind.MASK,
                        PortKind.LATENT,
                        PortKind.CONDITIONING,
                        PortKind.STYLE,
                        PortKind.CONTROLNET);
    }
}
