package dev.weft.nodes.core.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.Mask;
import dev.weft.models.text.Conditioning;
import dev.weft.models.text.Pooled;
import dev.weft.nodes.api.ValueFormat;
import dev.weft.nodes.api.ValueInput;
import dev.weft.nodes.api.ValueOutput;
import dev.weft.nodes.core.sampling.ControlledConditioning;
import dev.weft.nodes.core.sampling.Latent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormatsTest {
    @Test
    void pictures_come_back_as_they_were() throws IOException {
        ImageBatch images = new ImageBatch(2, 1, 3, numbers(18));
        ImageBatch back = back(new ImageBatchFormat(), images);
        assertThat(List.of(back.batch(), back.height(), back.width())).containsExactly(2, 1, 3);
        assertThat(back.rgb()).isEqualTo(images.rgb());
    }

    @Test
    void masks_come_back_as_they_were() throws IOException {
        Mask mask = new Mask(2, 3, 1, numbers(6));
        Mask back = back(new MaskFormat(), mask);
        assertThat(List.of(back.batch(), back.height(), back.width())).containsExactly(2, 3, 1);
        assertThat(back.values()).isEqualTo(mask.values());
    }

    @Test
    void latents_come_back_as_they_were() throws IOException {
        Latent latent = new Latent(2, 4, 1, 3, numbers(24));
        Latent back = back(new LatentFormat(), latent);
        assertThat(List.of(back.batch(), back.channels(), back.height(), back.width()))
                .containsExactly(2, 4, 1, 3);
        assertThat(back.values()).isEqualTo(latent.values());
    }

    @Test
    void encoded_prompts_come_back_as_they_were_with_and_without_pooled_vectors() throws IOException {
        for (Optional<Pooled> pooled : List.of(Optional.of(new Pooled(2, 3, numbers(6))), Optional.<Pooled>empty())) {
            Conditioning text = new Conditioning(2, 2, 2, numbers(8), pooled);
            ControlledConditioning back =
                    back(new ControlledConditioningFormat(), ControlledConditioning.of(text, List.of("a bird", "")));
            assertThat(back.prompts()).containsExactly("a bird", "");
            assertThat(List.of(
                            back.text().rows(),
                            back.text().tokens(),
                            back.text().width()))
                    .containsExactly(2, 2, 2);
            assertThat(back.text().hiddenStates()).isEqualTo(text.hiddenStates());
            assertThat(back.text().pooled().map(Pooled::width)).isEqualTo(pooled.map(Pooled::width));
            assertThat(back.text().pooled().map(Pooled::values).orElse(new float[0]))
                    .isEqualTo(pooled.map(Pooled::values).orElse(new float[0]));
        }
    }

    @Test
    void the_shape_makes_a_difference_as_the_numbers_do() throws IOException {
        float[] numbers = numbers(12);
        assertThat(bytes(new MaskFormat(), new Mask(1, 3, 4, numbers)))
                .isNotEqualTo(bytes(new MaskFormat(), new Mask(1, 4, 3, numbers)));
        assertThat(bytes(new ImageBatchFormat(), new ImageBatch(1, 2, 2, numbers)))
                .isNotEqualTo(bytes(new ImageBatchFormat(), new ImageBatch(2, 2, 1, numbers)));
    }

    private static float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) Math.sin(i);
        }
        return numbers;
    }

    private static <T> byte[] bytes(ValueFormat<T> format, T value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(value, new ValueOutput(bytes));
        return bytes.toByteArray();
    }

    private static <T> T back(ValueFormat<T> format, T value) throws IOException {
        assertThat(format.covers(value)).isTrue();
        ByteArrayInputStream in = new ByteArrayInputStream(bytes(format, value));
        T back = format.read(new ValueInput(in));
        assertThat(in.available()).isZero();
        return back;
    }
}
