package dev.weft.models.unet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.SessionFactory;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.golden.Fixture;
import dev.weft.models.golden.Golden;
import dev.weft.models.onnx.OnnxModel;
import dev.weft.models.onnx.RewrittenModelCache;
import dev.weft.models.text.Conditioning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Prompts of different lengths share a batch by being repeated, which the network has to be blind to.
class RepeatedPromptTest {
    static final List<Fixture> FREE =
            List.of(Fixture.LEGACY, Fixture.EXTERNAL, Fixture.HALF, Fixture.FUSED, Fixture.VELOCITY);

    @TempDir
    private Path cacheFolder = Path.of("");

    private UNet open(Fixture fixture) throws IOException {
        BackendSettings settings =
                BackendSettings.of(BackendChoice.parse("cpu")).withThreads(1);
        OnnxModel model = OnnxModel.read(fixture.folder().resolve("unet/model.onnx"));
        return new UNet(model, new SessionFactory(settings), new RewrittenModelCache(cacheFolder, 1L << 30), 8);
    }

    @ParameterizedTest
    @FieldSource("FREE")
    void a_prompt_that_is_repeated_gives_the_prediction_of_the_prompt(Fixture fixture) throws IOException {
        Golden golden = fixture.golden();
        Conditioning prompts = prompts(golden);
        try (UNet unet = open(fixture)) {
            float[] once = predict(unet, golden, prompts);
            float[] often = predict(unet, golden, longer(prompts, 3));
            assertThat(Golden.largestDifference(once, often)).isLessThanOrEqualTo(fixture.tolerance());
        }
    }

    @Test
    void a_network_that_takes_77_tokens_only_says_so() throws IOException {
        Golden golden = Fixture.STATIC.golden();
        try (UNet unet = open(Fixture.STATIC)) {
            assertThatThrownBy(() -> predict(unet, golden, longer(prompts(golden), 2)))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("takes only prompts with tokens 77, but 154 was given");
        }
    }

    private static Conditioning prompts(Golden golden) {
        long[] shape = golden.shape("unet_encoder_hidden_states");
        return new Conditioning(
                (int) shape[0],
                (int) shape[1],
                (int) shape[2],
                golden.floats("unet_encoder_hidden_states"),
                Optional.empty());
    }

    /// The prompts as they are beside one of `times` as many tokens.
    private static Conditioning longer(Conditioning prompts, int times) {
        int tokens = times * prompts.tokens();
        Conditioning other =
                new Conditioning(1, tokens, prompts.width(), new float[tokens * prompts.width()], Optional.empty());
        int[] rows = new int[prompts.rows()];
        Arrays.setAll(rows, row -> row);
        return prompts.then(other).select(rows);
    }

    private static float[] predict(UNet unet, Golden golden, Conditioning prompts) {
        long[] shape = golden.shape("unet_sample");
        return unet.predict(
                golden.floats("unet_sample"),
                (int) shape[0],
                (int) shape[2],
                (int) shape[3],
                501,
                prompts,
                Sharing.plain(),
                StopSignal.never());
    }
}
