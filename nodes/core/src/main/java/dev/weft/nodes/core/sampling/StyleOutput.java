package dev.weft.nodes.core.sampling;

import dev.weft.models.bundle.LoadedModels;
import dev.weft.models.lora.LoraPart;
import dev.weft.models.style.SmallPicture;
import dev.weft.models.style.Style;
import dev.weft.models.style.StyleOrigin;
import dev.weft.models.style.StyleRecorder;
import dev.weft.models.style.StyleReference;
import dev.weft.models.style.Thumbnail;
import dev.weft.models.style.Trajectory;
import dev.weft.models.unet.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The references of a run as a style, so that later runs can take the same style.
final class StyleOutput {
    private StyleOutput() {}

    /// The references of a finished run.
    ///
    /// @param references the rows that were noted, in the recorder's order
    /// @param result the finished latents, in model space
    /// @return nothing if no step was taken
    static Optional<Style> of(SamplerInputs given, List<Reference> references, StyleRecorder recorder, float[] result) {
        if (recorder.isEmpty()) {
            return Optional.empty();
        }
        Latent start = given.start();
        List<Trajectory> ways = recorder.trajectories(result, start.channels(), start.height(), start.width());
        List<StyleReference> recorded = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            int row = references.get(i).row();
            recorded.add(new StyleReference(
                    ways.get(i),
                    given.positive().text().spread(start.batch()).select(row),
                    given.negative().text().spread(start.batch()).select(row),
                    prompt(given.positive().prompts(), row),
                    given.settings().cfg(),
                    references.get(i).weight(),
                    "",
                    thumbnail(given.models(), ways.get(i))));
        }
        LoadedModels models = given.models();
        StyleOrigin origin = new StyleOrigin(
                models.bundle().name(),
                models.unet().identity(),
                models.loras().named(LoraPart.UNET),
                given.settings().steps());
        return Optional.of(new Style(origin, recorded));
    }

    private static String prompt(List<String> prompts, int row) {
        if (prompts.isEmpty()) {
            return "";
        }
        return prompts.get(prompts.size() == 1 ? 0 : row);
    }

    /// Drawn only when a file is written, because that takes as long as decoding a picture does.
    private static Thumbnail thumbnail(LoadedModels models, Trajectory way) {
        if (models.bundle().vaeDecoder().isEmpty()) {
            return Thumbnail.NONE;
        }
        return stop -> Optional.of(models.vaeDecoder()
                .use(
                        stop,
                        decoder -> SmallPicture.png(decoder.decode(way.end(), 1, way.height(), way.width(), stop), 0)));
    }
}
