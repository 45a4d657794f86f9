package dev.weft.nodes.core.sampling;

import dev.weft.models.bundle.Bundle;
import dev.weft.models.bundle.LoadedModels;
import dev.weft.models.lora.LoraPart;
import dev.weft.models.sampling.Sampling;
import dev.weft.models.sampling.SamplingRequest;
import dev.weft.models.style.Style;
import dev.weft.models.style.StyleUse;
import dev.weft.models.unet.AlignmentSchedule;
import dev.weft.nodes.api.NodeException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A style that was linked to a node which samples.
public final class StyleInput {
    private static final Logger LOG = LoggerFactory.getLogger(StyleInput.class);

    private StyleInput() {}

    /// Makes sure that a style was made for such a run. A model with other LoRAs than the style was made with is no
    /// other model; the log says so.
    ///
    /// @param height height of the latents that follow the style
    /// @param width width of the latents that follow the style
    /// @throws NodeException on the port `style`, with a sentence that says what does not fit and what to do
    public static void require(Style style, LoadedModels models, int height, int width, SamplingRequest request)
            throws NodeException {
        Bundle bundle = models.bundle();
        Optional<String> misfit = style.misfit(new StyleUse(
                bundle.name(),
                models.unet().identity(),
                bundle.latents().channels(),
                height,
                width,
                bundle.latents().downscale(),
                request.steps(),
                Sampling.moments(request)));
        if (misfit.isPresent()) {
            throw new NodeException("style", misfit.get());
        }
        String mine = models.loras().named(LoraPart.UNET);
        if (!mine.equals(style.origin().loras())) {
            LOG.warn(
                    "The style was made {}, but the model {}; pictures may take it less well than with the same LoRAs.",
                    loras("with", style.origin().loras()),
                    loras("has", mine));
        }
    }

    private static String loras(String verb, String named) {
        return verb + " " + (named.isEmpty() ? "no LoRA" : "the LoRA " + named);
    }

    /// Makes sure that a style has no more references than a kind of sharing can take.
    ///
    /// @throws NodeException on the port `style`, with a sentence that says what to do
    public static void requireFew(AlignmentSchedule schedule, Style style) throws NodeException {
        if (schedule.alignment().fullAttentionShare() && style.references().size() > 1) {
            throw new NodeException(
                    "style",
                    "With full_attention_share all pictures attend to each other alike, but the style has "
                            + style.references().size()
                            + " references; link a style of one reference, or switch it off.");
        }
    }
}
