package dev.weft.nodes.stylealigned;

import dev.weft.models.backend.StopSignal;
import dev.weft.models.sampling.Moment;
import dev.weft.models.style.Style;
import dev.weft.models.style.StyleOrigin;
import dev.weft.models.style.StyleReference;
import dev.weft.models.style.Thumbnail;
import dev.weft.models.style.Trajectory;
import dev.weft.models.text.Conditioning;
import dev.weft.nodes.api.ValueFormat;
import dev.weft.nodes.api.ValueInput;
import dev.weft.nodes.api.ValueOutput;
import dev.weft.nodes.core.formats.ConditioningFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Styles whose thumbnails are drawn; the others hold on to the model that is to draw them.
///
/// A `.style` file would not do: it keeps timesteps with fewer digits.
final class StyleFormat implements ValueFormat<Style> {
    private final ConditioningFormat conditioning = new ConditioningFormat();

    @Override
    public Class<Style> type() {
        return Style.class;
    }

    @Override
    public long byteSize(Style style) {
        return style.byteSize();
    }

    @Override
    public boolean covers(Style style) {
        return style.references().stream()
                .allMatch(reference -> reference.thumbnail().drawn());
    }

    @Override
    public void write(Style style, ValueOutput out) throws IOException {
        StyleOrigin origin = style.origin();
        out.text(origin.modelName());
        out.text(origin.modelIdentity());
        out.text(origin.loras());
        out.whole(origin.steps());
        out.whole(style.references().size());
        for (StyleReference reference : style.references()) {
            write(reference, out);
        }
    }

    @Override
    public Style read(ValueInput in) throws IOException {
        StyleOrigin origin = new StyleOrigin(in.text(), in.text(), in.text(), in.count());
        int count = in.count();
        List<StyleReference> references = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            references.add(reference(in));
        }
        return new Style(origin, references);
    }

    private void write(StyleReference reference, ValueOutput out) throws IOException {
        write(reference.trajectory(), out);
        conditioning.write(reference.positive(), out);
        conditioning.write(reference.negative(), out);
        out.text(reference.prompt());
        out.decimal(reference.guidance());
        out.decimal(reference.weight());
        out.text(reference.credits());
        Optional<byte[]> png = reference.thumbnail().png(StopSignal.never());
        out.flag(png.isPresent());
        if (png.isPresent()) {
            out.bytes(png.get());
        }
    }

    private StyleReference reference(ValueInput in) throws IOException {
        Trajectory trajectory = trajectory(in);
        Conditioning positive = conditioning.read(in);
        Conditioning negative = conditioning.read(in);
        return new StyleReference(
                trajectory,
                positive,
                negative,
                in.text(),
                in.decimal(),
                in.decimal(),
                in.text(),
                in.flag() ? Thumbnail.of(in.bytes()) : Thumbnail.NONE);
    }

    private static void write(Trajectory way, ValueOutput out) throws IOException {
        out.whole(way.moments().size());
        for (Moment moment : way.moments()) {
            out.whole(moment.step());
            out.decimal(moment.timestep());
        }
        out.whole(way.offset());
        out.whole(way.channels());
        out.whole(way.height());
        out.whole(way.width());
        out.decimals(way.values());
    }

    private static Trajectory trajectory(ValueInput in) throws IOException {
        int count = in.count();
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            moments.add(new Moment(in.count(), in.decimal()));
        }
        return new Trajectory(moments, in.count(), in.count(), in.count(), in.count(), in.decimals());
    }
}
