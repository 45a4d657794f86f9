package org.example.imagefilters;

import dev.weft.models.image.ImageBatch;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.record.Decimal;
import dev.weft.nodes.api.record.Input;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.RecordNode;

/// `image-filters:match_colours`: mean and deviation of the colours of one picture given to others ("Color Transfer
/// between Images", Reinhard and others 2001), here in CIELAB.
@Node(
        value = "image-filters:match_colours",
        title = "Match Colours",
        category = "image/colour",
        description = "Gives pictures the colour mood of another picture.")
final class MatchColours extends RecordNode<MatchColours.In, Filtered> {
    record In(
            @Input("The pictures.") ImageBatch image,

            @Input("Whose colours they take: one picture for all, or one for each.")
            ImageBatch reference,

            @Decimal(
                    value = "How much of its colours; 0 changes nothing, 1 is all.",
                    initial = 1,
                    minimum = 0,
                    maximum = 1)
            double strength) {
        In {
            if (reference.batch() != 1 && reference.batch() != image.batch()) {
                throw new IllegalArgumentException("There are " + reference.batch() + " references for " + image.batch()
                        + " pictures; give one, or as many as there are pictures.");
            }
        }
    }

    @Override
    protected Filtered execute(In in, NodeContext context) {
        ImageBatch images = in.image();
        int plane = images.height() * images.width();
        float[] made = new float[images.rgb().length];
        double[] colour = new double[ImageBatch.CHANNELS];
        double[] moved = new double[ImageBatch.CHANNELS];
        for (int index = 0; index < images.batch(); index++) {
            ColourStatistics from = new ColourStatistics(images, index);
            ColourStatistics to =
                    new ColourStatistics(in.reference(), in.reference().batch() == 1 ? 0 : index);
            int first = index * ImageBatch.CHANNELS * plane;
            for (int pixel = first; pixel < first + plane; pixel++) {
                Pixels.read(images, pixel, plane, colour);
                Pixels.read(images, pixel, plane, moved);
                LabColour.fromRgb(moved);
                from.move(moved, to);
                LabColour.toRgb(moved);
                for (int channel = 0; channel < colour.length; channel++) {
                    colour[channel] += in.strength() * (moved[channel] - colour[channel]);
                }
                Pixels.write(made, pixel, plane, colour);
            }
        }
        return new Filtered(Pixels.like(images, made));
    }
}
