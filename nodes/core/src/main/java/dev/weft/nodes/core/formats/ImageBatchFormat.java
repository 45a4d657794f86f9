package dev.weft.nodes.core.formats;

import dev.weft.models.image.ImageBatch;
import dev.weft.nodes.api.ValueFormat;
import dev.weft.nodes.api.ValueInput;
import dev.weft.nodes.api.ValueOutput;
import java.io.IOException;

/// Pictures: batch, height, width and samples.
public final class ImageBatchFormat implements ValueFormat<ImageBatch> {
    @Override
    public Class<ImageBatch> type() {
        return ImageBatch.class;
    }

    @Override
    public long byteSize(ImageBatch images) {
        return images.byteSize();
    }

    @Override
    public void write(ImageBatch images, ValueOutput out) throws IOException {
        out.whole(images.batch());
        out.whole(images.height());
        out.whole(images.width());
        out.decimals(images.rgb());
    }

    @Override
    public ImageBatch read(ValueInput in) throws IOException {
        return new ImageBatch(in.count(), in.count(), in.count(), in.decimals());
    }
}
