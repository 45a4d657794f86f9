package dev.weft.models.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFactoryTest {
    private static final Path DECODER = Path.of("starter/vae_decoder/model.onnx");

    @Test
    void backends_are_chosen_by_name() {
        assertThat(BackendChoice.parse("auto")).isEqualTo(new BackendChoice.Automatic());
        assertThat(BackendChoice.parse("cpu")).isEqualTo(new BackendChoice.Named(new Backend.Cpu()));
        assertThat(BackendChoice.parse("cuda")).isEqualTo(new BackendChoice.Named(new Backend.Cuda(0)));
        assertThat(BackendChoice.parse("cuda:3")).isEqualTo(new BackendChoice.Named(new Backend.Cuda(3)));
        for (String wrong : List.of("", "gpu", "cuda:", "cuda:-1", "cuda:9999")) {
            assertThatThrownBy(() -> BackendChoice.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("There is no backend '" + wrong + "'; choose auto, cpu, cuda or cuda:N.");
        }
    }

    @Test
    void cuda_asked_for_by_name_says_how_to_get_it_where_the_build_lacks_it() {
        assumeFalse(OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA));
        assertThatThrownBy(() -> new SessionFactory(BackendSettings.of(BackendChoice.parse("cuda:1"))))
                .isInstanceOf(BackendException.class)
                .hasMessage("The backend cuda:1 is not part of this build; build Weft with -Pcuda, or choose --backend"
                        + " cpu.");
    }

    @Test
    void the_automatic_choice_always_opens_a_model() {
        SessionFactory sessions = new SessionFactory(BackendSettings.of(BackendChoice.parse("auto")));
        try (ModelSession session = sessions.open(DECODER)) {
            assertThat(session.inputs()).containsOnlyKeys("latent_sample");
        }
    }

    @Test
    void time_inside_models_is_counted_and_opening_apart_from_it() {
        BackendSettings settings = BackendSettings.of(BackendChoice.parse("cpu"));
        SessionFactory sessions = new SessionFactory(settings);
        long before = System.nanoTime();
        try (ModelSession session = sessions.open(DECODER);
                ModelInput latent =
                        session.allocate(session.inputs().values().iterator().next(), 1, 4, 16, 16)) {
            assertThat(settings.clock().running()).isZero();
            assertThat(settings.clock().opening()).isPositive();
            session.run(List.of(latent), List.of("sample"), StopSignal.never());
        }
        Duration whole = Duration.ofNanos(System.nanoTime() - before);
        assertThat(settings.clock().running()).isPositive();
        assertThat(settings.clock().running().plus(settings.clock().opening())).isLessThanOrEqualTo(whole);
    }

    @Test
    void a_file_that_is_no_model_is_refused_in_one_sentence(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("model.onnx"), "version https://git-lfs.github.com/spec/v1\n");
        SessionFactory sessions = new SessionFactory(BackendSettings.of(BackendChoice.parse("cpu")));
        assertThatThrownBy(() -> sessions.open(file))
                .isInstanceOf(ModelException.class)
                .message()
                .startsWith("ONNX Runtime cannot open the model " + file)
                .doesNotContain("\n")
                .endsWith(".");
    }

    @Test
    void a_session_of_which_nothing_can_be_made_is_closed() {
        SessionFactory sessions = new SessionFactory(BackendSettings.of(BackendChoice.parse("cpu")));
        ModelSession session = sessions.open(DECODER);
        ModelInput latent =
                session.allocate(session.inputs().values().iterator().next(), 1, 4, 16, 16);
        assertThatThrownBy(() -> session.into(_ -> {
                    throw new ModelException("It is no text encoder.");
                }))
                .hasMessage("It is no text encoder.");
        assertThatThrownBy(() -> session.run(List.of(latent), List.of("sample"), StopSignal.never()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        latent.close();
    }

    @Test
    void impossible_settings_are_refused() {
        BackendSettings settings = BackendSettings.of(BackendChoice.parse("cpu"));
        assertThatThrownBy(() -> settings.withMaxBatch(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A U-Net call has at least one row, but the limit is 0.");
    }
}
