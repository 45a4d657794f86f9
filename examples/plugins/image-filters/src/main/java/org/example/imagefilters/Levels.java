package org.example.imagefilters;

import dev.weft.models.image.ImageBatch;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.record.Decimal;
import dev.weft.nodes.api.record.Input;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.RecordNode;

/// `image-filters:levels`.
@Node(
        value = "image-filters:levels",
        title = "Levels",
        category = "image/colour",
        description = "Sets what is black, what is white and how bright is halfway between.")
final class Levels extends RecordNode<Levels.In, Filtered> {
    record In(
            @Input("The pictures.") ImageBatch image,

            @Decimal(value = "What becomes black; 0 is black already.", minimum = 0, maximum = 1)
            double black,

            @Decimal(value = "What becomes white; 1 is white already.", initial = 1, minimum = 0, maximum = 1)
            double white,

            @Decimal(
                    value = "How bright the middle is: above 1 brighter, below 1 darker.",
                    initial = 1,
                    minimum = 0.1,
                    maximum = 10)
            double gamma) {
        In {
            if (black >= white) {
                throw new IllegalArgumentException("What becomes black (" + black
                        + ") is not below what becomes white (" + white + "); lower 'black' or raise 'white'.");
            }
        }
    }

    @Override
    protected Filtered execute(In in, NodeContext context) {
        double range = in.white() - in.black();
        return new Filtered(Pixels.each(
                in.image(), value -> Math.pow(Pixels.within((value - in.black()) / range), 1 / in.gamma())));
    }
}
