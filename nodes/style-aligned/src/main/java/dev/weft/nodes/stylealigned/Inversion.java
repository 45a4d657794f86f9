package dev.weft.nodes.stylealigned;

import dev.weft.models.backend.StopSignal;
import dev.weft.models.lora.LoraPart;
import dev.weft.models.sampling.DdimInversion;
import dev.weft.models.sampling.Moment;
import dev.weft.models.style.SmallPicture;
import dev.weft.models.style.Style;
import dev.weft.models.style.StyleOrigin;
import dev.weft.models.style.StyleReference;
import dev.weft.models.style.Thumbnail;
import dev.weft.models.style.Trajectory;
import dev.weft.models.text.Conditioning;
import dev.weft.models.unet.Guidance;
import dev.weft.models.unet.GuidedDenoiser;
import dev.weft.models.vae.LatentSpace;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Inverts the pictures of one node.
final class Inversion {
    private final InversionInputs given;
    private final NodeContext context;
    private final StopSignal stop;

    Inversion(InversionInputs given, NodeContext context, StopSignal stop) {
        this.given = given;
        this.context = context;
        this.stop = stop;
    }

    Style run() throws NodeException {
        try {
            return inverted();
        } catch (IllegalArgumentException e) {
            // Samplers and guidance say so, in a sentence, when what they are given does not fit.
            throw NodeException.of(e);
        }
    }

    private Style inverted() {
        int batch = given.pictures().batch();
        LatentSpace space = given.models().bundle().latents();
        int height = given.pictures().height() / space.downscale();
        int width = given.pictures().width() / space.downscale();
        Conditioning positive = given.prompts().text().spread(batch);
        Conditioning negative = negative().spread(batch);
        GuidedDenoiser denoiser = new GuidedDenoiser(
                given.models().unet(),
                batch,
                height,
                width,
                new Guidance(given.guidance(), positive, negative),
                Optional.empty(),
                given.steps(),
                stop);
        context.progress(0, given.steps());
        float[] latent = given.vae().vaeEncoder().use(stop, encoder -> encoder.encode(given.pictures(), stop));
        List<Moment> moments = DdimInversion.moments(given.models().bundle().schedule(), given.steps());
        List<float[]> samples = DdimInversion.run(
                given.models().bundle().schedule(), given.steps(), latent, denoiser, (step, all, _) -> {
                    stop.throwIfStopped();
                    context.progress(step, all);
                });
        List<StyleReference> references = new ArrayList<>();
        for (int row = 0; row < batch; row++) {
            references.add(new StyleReference(
                    Trajectory.ofRow(moments, given.offset(), space.channels(), height, width, samples, row),
                    positive.select(row),
                    negative.select(row),
                    prompt(row),
                    given.guidance(),
                    1,
                    given.credits(),
                    Thumbnail.of(SmallPicture.png(given.pictures(), row))));
        }
        return new Style(
                new StyleOrigin(
                        given.models().bundle().name(),
                        given.models().unet().identity(),
                        given.models().loras().named(LoraPart.UNET),
                        given.steps()),
                references);
    }

    /// The authors stay away from the empty prompt.
    private Conditioning negative() {
        return given.negative()
                .map(linked -> linked.text())
                .orElseGet(() -> given.models().textEncoder().use(stop, encoder -> encoder.encode(List.of(""), stop)));
    }

    private String prompt(int row) {
        List<String> prompts = given.prompts().prompts();
        if (prompts.isEmpty()) {
            return "";
        }
        return prompts.get(prompts.size() == 1 ? 0 : row);
    }
}
