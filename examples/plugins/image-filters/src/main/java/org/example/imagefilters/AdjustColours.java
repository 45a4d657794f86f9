package org.example.imagefilters;

import dev.weft.models.image.ImageBatch;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.record.Decimal;
import dev.weft.nodes.api.record.Input;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.RecordNode;

/// `image-filters:adjust_colours`.
@Node(
        value = "image-filters:adjust_colours",
        title = "Adjust Colours",
        category = "image/colour",
        description = "Changes brightness, contrast, saturation and warmth.")
final class AdjustColours extends RecordNode<AdjustColours.In, Filtered> {
    private static final double MIDDLE = 0.5;
    /// A tenth of the range, so that the whole of it stays usable.
    private static final double WARMTH = 0.1;

    record In(
            @Input("The pictures.") ImageBatch image,

            @Decimal(value = "Added to every colour; 0 changes nothing.", minimum = -1, maximum = 1)
            double brightness,

            @Decimal(
                    value = "How far light and dark lie apart; 1 changes nothing, 0 is all grey.",
                    initial = 1,
                    minimum = 0,
                    maximum = 4)
            double contrast,

            @Decimal(
                    value = "How colourful it is; 1 changes nothing, 0 is black and white.",
                    initial = 1,
                    minimum = 0,
                    maximum = 4)
            double saturation,

            @Decimal(value = "Above 0 more red and less blue, below 0 the other way.", minimum = -1, maximum = 1)
            double warmth) {}

    @Override
    protected Filtered execute(In in, NodeContext context) {
        double shift = WARMTH * in.warmth();
        return new Filtered(Pixels.eachColour(in.image(), colour -> {
            double luma = Luma.of(colour);
            for (int channel = 0; channel < colour.length; channel++) {
                double saturated = luma + in.saturation() * (colour[channel] - luma);
                colour[channel] = MIDDLE + in.contrast() * (saturated - MIDDLE) + in.brightness();
            }
            colour[0] += shift;
            colour[2] -= shift;
        }));
    }
}
