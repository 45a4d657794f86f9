package dev.weft.nodes.core.formats;

import dev.weft.models.image.Mask;
import dev.weft.nodes.api.ValueFormat;
import dev.weft.nodes.api.ValueInput;
import dev.weft.nodes.api.ValueOutput;
import java.io.IOException;

/// Masks: batch, height, width and values.
public final class MaskFormat implements ValueFormat<Mask> {
    @Override
    public Class<Mask> type() {
        return Mask.class;
    }

    @Override
    public long byteSize(Mask mask) {
        return mask.byteSize();
    }

    @Override
    public void write(Mask mask, ValueOutput out) throws IOException {
        out.whole(mask.batch());
        out.whole(mask.height());
        out.whole(mask.width());
        out.decimals(mask.values());
    }

    @Override
    public Mask read(ValueInput in) throws IOException {
        return new Mask(in.count(), in.count(), in.count(), in.decimals());
    }
}
