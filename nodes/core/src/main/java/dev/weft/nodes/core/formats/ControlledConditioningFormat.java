package dev.weft.nodes.core.formats;

import dev.weft.models.text.Conditioning;
import dev.weft.nodes.api.ValueFormat;
import dev.weft.nodes.api.ValueInput;
import dev.weft.nodes.api.ValueOutput;
import dev.weft.nodes.core.sampling.ControlledConditioning;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What flows through a conditioning port, where no ControlNet steers along: those are models, which cannot be written.
public final class ControlledConditioningFormat implements ValueFormat<ControlledConditioning> {
    private final ConditioningFormat conditioning = new ConditioningFormat();

    @Override
    public Class<ControlledConditioning> type() {
        return ControlledConditioning.class;
    }

    @Override
    public long byteSize(ControlledConditioning value) {
        return conditioning.byteSize(value.text());
    }

    @Override
    public boolean covers(ControlledConditioning value) {
        return value.controls().isEmpty();
    }

    @Override
    public void write(ControlledConditioning value, ValueOutput out) throws IOException {
        conditioning.write(value.text(), out);
        out.whole(value.prompts().size());
        for (String prompt : value.prompts()) {
            out.text(prompt);
        }
    }

    @Override
    public ControlledConditioning read(ValueInput in) throws IOException {
        Conditioning text = conditioning.read(in);
        int count = in.count();
        List<String> prompts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            prompts.add(in.text());
        }
        return ControlledConditioning.of(text, prompts);
    }
}
