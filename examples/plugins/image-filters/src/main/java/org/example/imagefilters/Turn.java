package org.example.imagefilters;

import dev.weft.graph.types.Extent;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.TypeRule.Query;
import dev.weft.graph.types.TypeRule.Typing;
import dev.weft.models.image.ImageBatch;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.record.Choice;
import dev.weft.nodes.api.record.Input;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.Output;
import dev.weft.nodes.api.record.RecordNode;
import java.util.Locale;
import java.util.Map;

/// `image-filters:turn`: its size depends on a parameter, which annotations cannot tell, so it has a rule of its own.
@Node(
        value = "image-filters:turn",
        title = "Turn",
        category = "image/compose",
        description = "Turns or mirrors pictures.")
final class Turn extends RecordNode<Turn.In, Turn.Out> {
    enum Way {
        LEFT,
        RIGHT,
        HALF,
        MIRROR,
        FLIP;

        boolean swapsSides() {
            return this == LEFT || this == RIGHT;
        }
    }

    record In(
            @Input("The pictures.") ImageBatch image,

            @Choice("Where to: a quarter left or right, half around, mirrored sideways, or flipped upside down.")
            Way way) {}

    record Out(@Output("The turned pictures.") ImageBatch image) {}

    @Override
    public NodeSignature signature() {
        return super.signature().with(Turn::infer);
    }

    private static Typing infer(Query query) {
        Way way = Way.valueOf(query.parameters().text("way").toUpperCase(Locale.ROOT));
        Extent extent = query.extent("image");
        return Typing.of(Map.of(
                "image",
                way.swapsSides()
                        ? new Extent(extent.batch(), /* width= */ extent.height(), /* height= */ extent.width())
                        : extent));
    }

    @Override
    protected Out execute(In in, NodeContext context) {
        ImageBatch images = in.image();
        boolean swaps = in.way().swapsSides();
        int height = swaps ? images.width() : images.height();
        int width = swaps ? images.height() : images.width();
        float[] given = images.rgb();
        float[] made = new float[given.length];
        for (int i = 0; i < made.length; i++) {
            int y = i / width % height;
            int x = i % width;
            int from = switch (in.way()) {
                case LEFT -> x * images.width() + (images.width() - 1 - y);
                case RIGHT -> (images.height() - 1 - x) * images.width() + y;
                case HALF -> (height - 1 - y) * width + (width - 1 - x);
                case MIRROR -> y * width + (width - 1 - x);
                case FLIP -> (height - 1 - y) * width + x;
            };
            made[i] = given[i / (height * width) * height * width + from];
        }
        return new Out(new ImageBatch(images.batch(), height, width, made));
    }
}
