package org.example.imagefilters;

import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.Mask;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.record.Choice;
import dev.weft.nodes.api.record.Decimal;
import dev.weft.nodes.api.record.Input;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.RecordNode;
import java.util.Optional;

/// `image-filters:blend`.
@Node(
        value = "image-filters:blend",
        title = "Blend",
        category = "image/compose",
        description = "Lays pictures over other pictures of the same size.")
final class Blend extends RecordNode<Blend.In, Filtered> {
    /// How two colours become one, by the formulas of "Compositing and Blending Level 1" (W3C).
    enum Mode {
        NORMAL {
            @Override
            double of(double below, double above) {
                return above;
            }
        },
        MULTIPLY {
            @Override
            double of(double below, double above) {
                return below * above;
            }
        },
        SCREEN {
            @Override
            double of(double below, double above) {
                return below + above - below * above;
            }
        },
        OVERLAY {
            @Override
            double of(double below, double above) {
                return below <= 0.5 ? 2 * below * above : 1 - 2 * (1 - below) * (1 - above);
            }
        },
        DARKEN {
            @Override
            double of(double below, double above) {
                return Math.min(below, above);
            }
        },
        LIGHTEN {
            @Override
            double of(double below, double above) {
                return Math.max(below, above);
            }
        },
        DIFFERENCE {
            @Override
            double of(double below, double above) {
                return Math.abs(below - above);
            }
        };

        abstract double of(double below, double above);
    }

    record In(
            @Input("The pictures below.") ImageBatch image,

            @Input("The pictures above: one for all, or one for each.")
            ImageBatch above,

            @Input("Where the upper pictures show; everywhere without it.")
            Optional<Mask> mask,

            @Choice("How colours mix: normal covers, multiply darkens, screen lightens, overlay adds contrast.")
            Mode mode,

            @Decimal(value = "How much the upper pictures show.", initial = 1, minimum = 0, maximum = 1)
            double opacity) {
        In {
            if (above.width() != image.width() || above.height() != image.height()) {
                throw new IllegalArgumentException("The pictures below are " + image.width() + "×" + image.height()
                        + " pixels and those above " + above.width() + "×" + above.height()
                        + "; resize one of them with core:resize_image.");
            }
            if (above.batch() != 1 && above.batch() != image.batch()) {
                throw new IllegalArgumentException("There are " + above.batch() + " pictures above for " + image.batch()
                        + " below; give one, or as many as there are below.");
            }
        }
    }

    @Override
    protected Filtered execute(In in, NodeContext context) {
        ImageBatch images = in.image();
        Optional<float[]> shown = in.mask()
                .map(mask -> mask.resized(images.height(), images.width()).values());
        float[] below = images.rgb();
        float[] above = in.above().rgb();
        int plane = images.height() * images.width();
        float[] made = new float[below.length];
        for (int i = 0; i < below.length; i++) {
            double upper = above[i % above.length];
            int pixel = i / (ImageBatch.CHANNELS * plane) * plane + i % plane;
            double share =
                    in.opacity() * shown.map(mask -> mask[pixel % mask.length]).orElse(1f);
            made[i] = Pixels.within(below[i] + share * (in.mode().of(below[i], upper) - below[i]));
        }
        return new Filtered(Pixels.like(images, made));
    }
}
