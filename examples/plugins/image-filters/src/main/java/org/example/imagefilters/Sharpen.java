package org.example.imagefilters;

import dev.weft.models.image.ImageBatch;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.record.Decimal;
import dev.weft.nodes.api.record.Input;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.RecordNode;

/// `image-filters:sharpen`: an unsharp mask, which adds what a blur takes away.
@Node(
        value = "image-filters:sharpen",
        title = "Sharpen",
        category = "image/filter",
        description = "Makes edges in pictures clearer.")
final class Sharpen extends RecordNode<Sharpen.In, Filtered> {
    record In(
            @Input("The pictures.") ImageBatch image,

            @Decimal(value = "How strong the effect is; 0 changes nothing.", initial = 0.6, minimum = 0, maximum = 10)
            double amount,

            @Decimal(value = "How broad the edges are, in pixels.", initial = 1.2, minimum = 0.1, maximum = 100)
            double radius,

            @Decimal(
                    value = "Differences smaller than this are left alone, so that noise is not sharpened.",
                    minimum = 0,
                    maximum = 1)
            double threshold) {}

    @Override
    protected Filtered execute(In in, NodeContext context) {
        float[] given = in.image().rgb();
        float[] blurred = new GaussianKernel(in.radius()).blur(in.image()).rgb();
        float[] made = new float[given.length];
        for (int i = 0; i < given.length; i++) {
            double detail = (double) given[i] - blurred[i];
            made[i] = Math.abs(detail) < in.threshold() ? given[i] : Pixels.within(given[i] + in.amount() * detail);
        }
        return new Filtered(Pixels.like(in.image(), made));
    }
}
