package dev.weft.nodes.stylealigned;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.backend.StopSignal;
import dev.weft.models.sampling.Moment;
import dev.weft.models.style.Style;
import dev.weft.models.style.StyleOrigin;
import dev.weft.models.style.StyleReference;
import dev.weft.models.style.Thumbnail;
import dev.weft.models.style.Trajectory;
import dev.weft.models.text.Conditioning;
import dev.weft.models.text.Pooled;
import dev.weft.nodes.api.ValueInput;
import dev.weft.nodes.api.ValueOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class StyleFormatTest {
    private static final byte[] PNG = {1, 2, 3};

    private final StyleFormat format = new StyleFormat();

    @Test
    void a_style_comes_back_with_every_digit_of_its_timesteps() throws IOException {
        Style style = style(Thumbnail.of(PNG), Thumbnail.NONE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(style, new ValueOutput(bytes));
        Style back = format.read(new ValueInput(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(back.origin()).isEqualTo(style.origin());
        assertThat(back.references()).hasSize(2);
        for (int i = 0; i < 2; i++) {
            StyleReference was = style.references().get(i);
            StyleReference is = back.references().get(i);
            assertThat(is.trajectory().moments()).isEqualTo(was.trajectory().moments());
            assertThat(is.trajectory().offset()).isEqualTo(1);
            assertThat(is.trajectory().values()).isEqualTo(was.trajectory().values());
            assertThat(is.positive().hiddenStates()).isEqualTo(was.positive().hiddenStates());
            assertThat(is.negative().pooled()).isPresent();
            assertThat(List.of(is.prompt(), is.credits())).containsExactly("a bird", "Somebody, CC0");
            assertThat(List.of(is.guidance(), is.weight())).containsExactly(0.1, 1.0 / 3);
            assertThat(is.thumbnail().png(StopSignal.never()).isPresent()).isEqualTo(i == 0);
        }
        assertThat(back.references().getFirst().thumbnail().png(StopSignal.never()))
                .get(InstanceOfAssertFactories.BYTE_ARRAY)
                .isEqualTo(PNG);
    }

    @Test
    void a_style_whose_thumbnail_is_yet_to_be_drawn_is_not_covered_and_nothing_draws_it() {
        Thumbnail later = _ -> {
            throw new AssertionError("drawn");
        };
        assertThat(format.covers(style(Thumbnail.of(PNG), later))).isFalse();
        assertThat(format.covers(style(Thumbnail.of(PNG)))).isTrue();
        assertThat(format.byteSize(style(later))).isEqualTo(Float.BYTES * (3 * 6 + 4 + 4));
    }

    private static Style style(Thumbnail... thumbnails) {
        List<StyleReference> references =
                List.of(thumbnails).stream().map(StyleFormatTest::reference).toList();
        return new Style(new StyleOrigin("starter", "ab".repeat(32), "paper × 0.8", 2), references);
    }

    private static StyleReference reference(Thumbnail thumbnail) {
        float[] values = new float[18];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1f / (i + 1);
        }
        List<Moment> moments = List.of(new Moment(0, 1000 / 3.0), new Moment(1, 0.1));
        return new StyleReference(
                new Trajectory(moments, 1, 1, 2, 3, values),
                text(1),
                text(2),
                "a bird",
                0.1,
                1.0 / 3,
                "Somebody, CC0",
                thumbnail);
    }

    private static Conditioning text(float first) {
        return new Conditioning(
                1, 2, 2, new float[] {first, 0.25f, -3, 1e-20f}, Optional.of(new Pooled(1, 1, new float[] {first})));
    }
}
