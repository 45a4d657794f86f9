package org.example.imagefilters;

import dev.weft.models.image.ImageBatch;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.record.Decimal;
import dev.weft.nodes.api.record.Input;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.RecordNode;

/// `image-filters:vignette`.
@Node(
        value = "image-filters:vignette",
        title = "Vignette",
        category = "image/filter",
        description = "Darkens pictures towards their corners.")
final class Vignette extends RecordNode<Vignette.In, Filtered> {
    record In(
            @Input("The pictures.") ImageBatch image,

            @Decimal(value = "How dark the corners are; 1 is black.", initial = 0.5, minimum = 0, maximum = 1)
            double strength,

            @Decimal(
                    value = "Where it begins, from the middle (0) to the corner (1).",
                    initial = 0.4,
                    minimum = 0,
                    maximum = 0.99)
            double start) {}

    @Override
    protected Filtered execute(In in, NodeContext context) {
        ImageBatch images = in.image();
        int width = images.width();
        int height = images.height();
        float[] given = images.rgb();
        float[] made = new float[given.length];
        for (int i = 0; i < given.length; i++) {
            double x = (i % width + 0.5) * 2 / width - 1;
            double y = (i / width % height + 0.5) * 2 / height - 1;
            double away = Math.sqrt((x * x + y * y) / 2);
            double darkness = Math.clamp((away - in.start()) / (1 - in.start()), 0.0, 1.0);
            // Begins and ends gently, so that no ring is seen.
            double gentle = darkness * darkness * (3 - 2 * darkness);
            made[i] = Pixels.within(given[i] * (1 - in.strength() * gentle));
        }
        return new Filtered(Pixels.like(images, made));
    }
}
