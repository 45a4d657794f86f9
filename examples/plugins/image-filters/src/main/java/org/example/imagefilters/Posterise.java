package org.example.imagefilters;

import dev.weft.models.image.ImageBatch;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.record.Choice;
import dev.weft.nodes.api.record.Input;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.RecordNode;
import dev.weft.nodes.api.record.Whole;

/// `image-filters:posterise`.
@Node(
        value = "image-filters:posterise",
        title = "Posterise",
        category = "image/filter",
        description = "Leaves few shades of each colour, as in a screen print.")
final class Posterise extends RecordNode<Posterise.In, Filtered> {
    /// Bayer's order of a 4 by 4 block (1973): every shade between two is a pattern of both.
    private static final int[] ORDER = {0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5};

    enum Dither {
        NONE,
        PATTERN
    }

    record In(
            @Input("The pictures.") ImageBatch image,

            @Whole(value = "How many shades of red, of green and of blue.", initial = 4, minimum = 2, maximum = 256)
            int shades,

            @Choice("What is done with shades between: none takes the nearest, pattern mixes both in dots.")
            Dither dither) {}

    @Override
    protected Filtered execute(In in, NodeContext context) {
        ImageBatch images = in.image();
        float[] given = images.rgb();
        float[] made = new float[given.length];
        int steps = in.shades() - 1;
        for (int i = 0; i < given.length; i++) {
            double place = Pixels.within(given[i]) * steps;
            double rounding = in.dither() == Dither.NONE ? 0.5 : threshold(i / images.width(), i % images.width());
            made[i] = Pixels.within(Math.floor(place + rounding) / steps);
        }
        return new Filtered(Pixels.like(images, made));
    }

    private static double threshold(int line, int x) {
        return (ORDER[line % 4 * 4 + x % 4] + 0.5) / ORDER.length;
    }
}
