package dev.weft.nodes.core.formats;

import dev.weft.nodes.api.ValueFormat;
import dev.weft.nodes.api.ValueInput;
import dev.weft.nodes.api.ValueOutput;
import dev.weft.nodes.core.sampling.Latent;
import java.io.IOException;

/// Latents: batch, channels, height, width and values.
public final class LatentFormat implements ValueFormat<Latent> {
    @Override
    public Class<Latent> type() {
        return Latent.class;
    }

    @Override
    public long byteSize(Latent latent) {
        return latent.byteSize();
    }

    @Override
    public void write(Latent latent, ValueOutput out) throws IOException {
        out.whole(latent.batch());
        out.whole(latent.channels());
        out.whole(latent.height());
        out.whole(latent.width());
        out.decimals(latent.values());
    }

    @Override
    public Latent read(ValueInput in) throws IOException {
        return new Latent(in.count(), in.count(), in.count(), in.count(), in.decimals());
    }
}
