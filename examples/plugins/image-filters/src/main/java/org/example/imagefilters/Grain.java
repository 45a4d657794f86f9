package org.example.imagefilters;

import dev.weft.models.image.ImageBatch;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.record.Decimal;
import dev.weft.nodes.api.record.Flag;
import dev.weft.nodes.api.record.Input;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.RecordNode;
import dev.weft.nodes.api.record.Seed;
import java.util.SplittableRandom;

/// `image-filters:grain`.
@Node(
        value = "image-filters:grain",
        title = "Grain",
        category = "image/filter",
        description = "Adds the grain of film, strongest in the middle tones.")
final class Grain extends RecordNode<Grain.In, Filtered> {
    record In(
            @Input("The pictures.") ImageBatch image,

            @Decimal(
                    value = "How strong the grain is: its standard deviation in middle grey, where white is 1.",
                    initial = 0.06,
                    minimum = 0,
                    maximum = 1)
            double amount,

            @Flag("Whether the grain is coloured; otherwise it is grey.")
            boolean coloured,

            @Seed("Which grain; the same seed, the same grain.")
            long seed) {}

    @Override
    protected Filtered execute(In in, NodeContext context) {
        SplittableRandom random = new SplittableRandom(in.seed());
        return new Filtered(Pixels.eachColour(in.image(), colour -> {
            double luma = Luma.of(colour);
            // A parabola that is 1 in middle grey and 0 in black and white.
            double strength = in.amount() * 4 * luma * (1 - luma);
            double grey = random.nextGaussian();
            for (int channel = 0; channel < colour.length; channel++) {
                colour[channel] += strength * (in.coloured() ? random.nextGaussian() : grey);
            }
        }));
    }
}
