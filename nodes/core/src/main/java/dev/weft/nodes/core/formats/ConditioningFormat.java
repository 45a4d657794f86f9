package dev.weft.nodes.core.formats;

import dev.weft.models.text.Conditioning;
import dev.weft.models.text.Pooled;
import dev.weft.nodes.api.ValueFormat;
import dev.weft.nodes.api.ValueInput;
import dev.weft.nodes.api.ValueOutput;
import java.io.IOException;
import java.util.Optional;

/// Encoded prompts: rows, tokens, width, hidden states, and the pooled vectors if there are any.
public final class ConditioningFormat implements ValueFormat<Conditioning> {
    @Override
    public Class<Conditioning> type() {
        return Conditioning.class;
    }

    @Override
    public long byteSize(Conditioning text) {
        long pooled = text.pooled().map(vectors -> vectors.values().length).orElse(0);
        return Float.BYTES * (text.hiddenStates().length + pooled);
    }

    @Override
    public void write(Conditioning text, ValueOutput out) throws IOException {
        out.whole(text.rows());
        out.whole(text.tokens());
        out.whole(text.width());
        out.decimals(text.hiddenStates());
        out.flag(text.pooled().isPresent());
        if (text.pooled().isPresent()) {
            Pooled vectors = text.pooled().get();
            out.whole(vectors.width());
            out.decimals(vectors.values());
        }
    }

    @Override
    public Conditioning read(ValueInput in) throws IOException {
        int rows = in.count();
        int tokens = in.count();
        int width = in.count();
        float[] hiddenStates = in.decimals();
        Optional<Pooled> pooled =
                in.flag() ? Optional.of(new Pooled(rows, in.count(), in.decimals())) : Optional.empty();
        return new Conditioning(rows, tokens, width, hiddenStates, pooled);
    }
}
