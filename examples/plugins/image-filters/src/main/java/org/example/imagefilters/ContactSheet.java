package org.example.imagefilters;

import dev.weft.models.image.ImageBatch;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.record.Decimal;
import dev.weft.nodes.api.record.Input;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.Output;
import dev.weft.nodes.api.record.RecordNode;
import dev.weft.nodes.api.record.Whole;
import java.util.Arrays;

/// `image-filters:contact_sheet`.
@Node(
        value = "image-filters:contact_sheet",
        title = "Contact Sheet",
        category = "image/compose",
        description = "Puts all pictures of a batch on one sheet, row by row.")
final class ContactSheet extends RecordNode<ContactSheet.In, ContactSheet.Out> {
    private static final long MOST_PIXELS = 1L << 28;

    record In(
            @Input("The pictures.") ImageBatch image,

            @Whole(value = "Pictures in a row; 0 makes the sheet about as wide as high.", minimum = 0, maximum = 1000)
            int columns,

            @Whole(
                    value = "Space around and between the pictures, in pixels.",
                    initial = 16,
                    minimum = 0,
                    maximum = 1000)
            int gap,

            @Decimal(value = "Shade of the paper; 0 is black, 1 white.", initial = 1, minimum = 0, maximum = 1)
            double paper) {}

    record Out(@Output("The sheet.") ImageBatch image) {}

    @Override
    protected Out execute(In in, NodeContext context) throws NodeException {
        ImageBatch images = in.image();
        int columns =
                Math.min(images.batch(), in.columns() == 0 ? (int) Math.ceil(Math.sqrt(images.batch())) : in.columns());
        int rows = (images.batch() + columns - 1) / columns;
        long width = in.gap() + (long) columns * (images.width() + in.gap());
        long height = in.gap() + (long) rows * (images.height() + in.gap());
        if (width * height > MOST_PIXELS) {
            throw new NodeException("A sheet of " + width + "×" + height
                    + " pixels is too large; resize the pictures with core:resize_image before.");
        }
        int plane = (int) (width * height);
        float[] sheet = new float[ImageBatch.CHANNELS * plane];
        Arrays.fill(sheet, (float) in.paper());
        for (int index = 0; index < images.batch(); index++) {
            int top = in.gap() + index / columns * (images.height() + in.gap());
            int left = in.gap() + index % columns * (images.width() + in.gap());
            for (int line = 0; line < ImageBatch.CHANNELS * images.height(); line++) {
                int from = (index * ImageBatch.CHANNELS * images.height() + line) * images.width();
                int to = line / images.height() * plane + (top + line % images.height()) * (int) width + left;
                System.arraycopy(images.rgb(), from, sheet, to, images.width());
            }
        }
        return new Out(new ImageBatch(1, (int) height, (int) width, sheet));
    }
}
