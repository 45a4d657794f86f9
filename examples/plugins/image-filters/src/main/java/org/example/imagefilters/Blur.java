package org.example.imagefilters;

import dev.weft.models.image.ImageBatch;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.record.Decimal;
import dev.weft.nodes.api.record.Input;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.RecordNode;

/// `image-filters:blur`.
@Node(
        value = "image-filters:blur",
        title = "Blur",
        category = "image/filter",
        description = "Blurs pictures as a lens out of focus does.")
final class Blur extends RecordNode<Blur.In, Filtered> {
    record In(
            @Input("The pictures.") ImageBatch image,

            @Decimal(
                    value = "How far each pixel spreads, in pixels; 0 changes nothing.",
                    initial = 2,
                    minimum = 0,
                    maximum = 100)
            double radius) {}

    @Override
    protected Filtered execute(In in, NodeContext context) {
        return new Filtered(in.radius() == 0 ? in.image() : new GaussianKernel(in.radius()).blur(in.image()));
    }
}
