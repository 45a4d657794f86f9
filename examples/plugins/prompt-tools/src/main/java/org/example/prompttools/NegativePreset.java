package org.example.prompttools;

import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.record.Choice;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.RecordNode;
import dev.weft.nodes.api.record.Text;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `prompt-tools:negative`.
@Node(
        value = "prompt-tools:negative",
        title = "Negative Prompt",
        category = "prompt",
        description = "Writes what a picture should not show.")
final class NegativePreset extends RecordNode<NegativePreset.In, Written> {
    enum Preset {
        NONE(""),
        QUALITY("lowres, blurry, jpeg artifacts, noise, watermark, signature, text"),
        DRAWING("photo, photorealistic, 3d render, film grain, blurry, watermark, signature, text"),
        PHOTO("drawing, painting, illustration, cartoon, 3d render, overexposed, blurry, watermark, text"),
        PORTRAIT("deformed face, crossed eyes, extra fingers, extra limbs, bad hands, blurry, watermark, text"),
        ICON("background, shadow, frame, border, gradient, photo, clutter, watermark, text");

        private final String words;

        Preset(String words) {
            this.words = words;
        }
    }

    record In(
            @Choice(value = "For what kind of picture.", initial = "quality")
            Preset preset,

            @Text(value = "Further words.", multiline = true)
            String more) {}

    @Override
    protected Written execute(In in, NodeContext context) {
        return new Written(Stream.of(in.preset().words, in.more().strip())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", ")));
    }
}
