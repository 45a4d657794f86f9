package dev.weft.models.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.models.sampling.Moment;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class StyleTest {
    private static final StyleUse FITTING = new StyleUse(
            "starter", Styles.IDENTITY, 1, 2, 3, 8, 4, Styles.trajectory(4, 0).moments());

    private static String misfit(UnaryOperator<StyleUse> change) {
        return Styles.style(4, 1).misfit(change.apply(FITTING)).orElse("");
    }

    @Test
    void a_run_like_the_recorded_one_fits() {
        assertThat(misfit(use -> use)).isEmpty();
        // A run that denoises only in part takes the last moments.
        assertThat(misfit(use -> with(use, 4, List.of(new Moment(0, 251), new Moment(1, 1)))))
                .isEmpty();
    }

    @Test
    void each_misfit_is_explained() {
        assertThat(misfit(use -> new StyleUse("other", "cd", 1, 2, 3, 8, 4, use.moments())))
                .isEqualTo("The style was made with the model starter, not with other; load the model that it was made"
                        + " with, or make the style anew with this one.");
        assertThat(misfit(use -> new StyleUse("starter", "cd", 1, 2, 3, 8, 4, use.moments())))
                .startsWith("The style was made with another version of the model starter;");
        assertThat(misfit(use -> new StyleUse("starter", Styles.IDENTITY, 1, 4, 3, 8, 4, use.moments())))
                .isEqualTo("The style was made for pictures of 24 by 16 pixels, but the latent is one of 24 by 32; make"
                        + " the latent as large as the style, or the style anew at this size.");
        assertThat(misfit(use -> with(use, 5, use.moments())))
                .isEqualTo(
                        "The style was made with 4 steps, but steps is 5; set steps to 4, or make the style anew with 5.");
        assertThat(misfit(use -> with(use, 4, List.of(new Moment(0, 999)))))
                .isEqualTo(
                        "The sampler calls the model at timestep 999, where the style was not recorded (it was at 751,"
                                + " 501 … 1); use the sampler, scheduler and denoise that it was made with, or make it anew with"
                                + " these.");
    }

    private static StyleUse with(StyleUse use, int steps, List<Moment> moments) {
        return new StyleUse(
                use.modelName(),
                use.modelIdentity(),
                use.channels(),
                use.height(),
                use.width(),
                use.downscale(),
                steps,
                moments);
    }

    @Test
    void each_style_of_a_blend_counts_by_its_weight_however_many_references_it_has() {
        Style blend = Styles.style(4, 1, 3).blend(2, Styles.style(4, 5), 1);
        assertThat(blend.references().stream().map(StyleReference::weight)).containsExactly(0.5, 1.5, 1.0);
        assertThat(Styles.style(4, 1).blend(0, Styles.style(4, 5), 1).references())
                .hasSize(1);
    }

    @Test
    void styles_that_do_not_go_together_are_not_blended() {
        Style style = Styles.style(4, 1);
        assertThatThrownBy(() -> style.blend(1, Styles.style(5, 1), 1)).hasMessageContaining("steps, 4 and 5");
        assertThatThrownBy(() -> style.blend(0, style, 0)).hasMessageContaining("larger than 0");
        Style foreign = new Style(new StyleOrigin("other", "cd", "", 4), style.references());
        assertThatThrownBy(() -> style.blend(1, foreign, 1)).hasMessageContaining("starter and other");
    }
}
