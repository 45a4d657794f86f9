package dev.weft.models.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.StopSignal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bundles with one fault each, made from a sound one, and what is said about them.
class BundleReaderTest {
    private static final Path BAD = Path.of("src/test/resources/bad");

    @TempDir
    Path folder;

    private Path bundle;

    @BeforeEach
    void copyTheSoundBundle() throws IOException {
        bundle = folder.resolve("models/good");
        try (Stream<Path> files = Files.walk(BAD.resolve("good"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                put(file, BAD.resolve("good").relativize(file).toString());
            }
        }
    }

    private void put(Path file, String place) throws IOException {
        Path target = bundle.resolve(place);
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        Files.copy(file, target);
    }

    private void open() throws IOException {
        BundleCatalog catalog = new BundleCatalog(List.of(folder.resolve("models")));
        BackendSettings settings = BackendSettings.of(BackendChoice.parse("cpu"));
        try (ModelLibrary library = new ModelLibrary(settings, catalog, folder.resolve("cache"))) {
            library.open("good").textEncoder().use(StopSignal.never(), encoder -> encoder.tokenIds(0, ""));
        }
    }

    private static void assertRefused(ThrowingCallable opening, String... parts) {
        assertThatThrownBy(opening)
                .isInstanceOf(BundleException.class)
                .message()
                .contains(parts)
                .doesNotContain("\n")
                .endsWith(".");
    }

    @Test
    void a_sound_bundle_opens() throws IOException {
        Bundle read = BundleReader.read(bundle);
        assertThat(read.name()).isEqualTo("good");
        assertThat(read.latents().channels()).isEqualTo(4);
        assertThat(read.latents().downscale()).isEqualTo(8);
        assertThat(read.latents().scalingFactor()).isEqualTo(0.18215);
        assertThat(read.remarks()).isEmpty();
        open();
    }

    @Test
    void the_starter_bundle_says_what_it_is() throws IOException {
        Bundle starter = BundleReader.read(Path.of("starter"));
        assertThat(starter.latents().scalingFactor()).isEqualTo(0.645027);
        assertThat(starter.sampleSize()).hasValue(16);
        assertThat(starter.textModels()).hasSize(1);
        assertThat(starter.controlNets()).containsOnlyKeys("controlnet_canny");
        assertThat(starter.vaeDecoder()).isPresent();
        assertThat(starter.vaeEncoder()).isPresent();
    }

    @Test
    void an_inpainting_unet_is_refused() throws IOException {
        put(BAD.resolve("wrong-channels/unet/model.onnx"), "unet/model.onnx");
        assertRefused(this::open, "unet/model.onnx takes 9 channels, as inpainting models do");
    }

    @Test
    void a_missing_scheduler_is_named() throws IOException {
        Files.delete(bundle.resolve("scheduler/scheduler_config.json"));
        assertRefused(this::open, "scheduler_config.json", "copy it from the original model");
    }

    @Test
    void a_scaling_factor_that_is_no_number_is_refused() throws IOException {
        put(BAD.resolve("nan-scaling/vae_decoder/config.json"), "vae_decoder/config.json");
        assertRefused(this::open, "scaling_factor", "vae_decoder/config.json", "has to be a number, but is NaN");
    }

    @Test
    void a_vocabulary_with_holes_is_refused() throws IOException {
        put(BAD.resolve("vocab-holes/tokenizer/vocab.json"), "tokenizer/vocab.json");
        assertRefused(this::open, "tokenizer/vocab.json", "copy the file from the original model");
    }

    @Test
    void a_token_that_merges_make_but_the_vocabulary_lacks_is_named() throws IOException {
        edit("tokenizer/merges.txt", text -> text + "q q\n");
        assertRefused(this::open, "The token 'qq', which merges.txt produces, has no id");
    }

    @Test
    void a_token_beyond_the_embedding_table_is_named() throws IOException {
        edit("text_encoder/config.json", text -> text.replace("\"vocab_size\": 554", "\"vocab_size\": 553"));
        assertRefused(this::open, "has the id 553", "the text encoder knows only 553 tokens");
    }

    /// The location in the external model has as many characters as the ones that replace it here.
    @Test
    void weights_outside_the_bundle_are_refused_though_they_are_there() throws IOException {
        putExternal("../out/data.bin");
        Files.createDirectories(bundle.resolve("out"));
        Files.copy(BAD.resolve("outside.bin"), bundle.resolve("out/data.bin"));
        assertRefused(this::open, "unet/model.onnx", "../out/data.bin");
    }

    @Test
    void weights_at_an_absolute_path_are_refused() throws IOException {
        putExternal("/opt/weft/x.bin");
        assertRefused(this::open, "unet/model.onnx", "/opt/weft/x.bin");
    }

    @Test
    void missing_weights_are_named() throws IOException {
        putExternal("model.onnx_data");
        assertRefused(this::open, "unet/model.onnx", "model.onnx_data");
    }

    @Test
    void weights_that_end_too_early_are_refused() throws IOException {
        putExternal("model.onnx_data");
        byte[] whole = Files.readAllBytes(BAD.resolve("outside.bin"));
        Files.write(bundle.resolve("unet/model.onnx_data"), Arrays.copyOf(whole, whole.length / 2));
        assertRefused(this::open, "unet/model.onnx", "model.onnx_data");
    }

    private void putExternal(String location) throws IOException {
        String bytes =
                new String(Files.readAllBytes(BAD.resolve("external/unet/model.onnx")), StandardCharsets.ISO_8859_1);
        assertThat(location).hasSize("model.onnx_data".length());
        Files.write(
                bundle.resolve("unet/model.onnx"),
                bytes.replace("model.onnx_data", location).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_bundle_without_a_unet_is_refused() throws IOException {
        Files.delete(bundle.resolve("unet/model.onnx"));
        assertRefused(this::open, "has no U-Net", "unet/model.onnx is missing");
    }

    @Test
    void pytorch_weights_are_told_from_a_missing_unet() throws IOException {
        Files.move(bundle.resolve("unet/model.onnx"), bundle.resolve("unet/diffusion_pytorch_model.safetensors"));
        assertRefused(this::open, "PyTorch weights (unet/diffusion_pytorch_model.safetensors)", "optimum-cli export");
    }

    @Test
    void a_folder_that_is_no_bundle_is_refused() throws IOException {
        Files.delete(bundle.resolve("model_index.json"));
        assertRefused(() -> BundleReader.read(bundle), "is not a model bundle, because it has no model_index.json");
        Files.createFile(bundle.resolve("dreamy_v5.safetensors"));
        assertRefused(() -> BundleReader.read(bundle), "holds the checkpoint dreamy_v5.safetensors");
        assertRefused(() -> BundleReader.read(folder.resolve("nowhere")), "There is no model folder");
    }

    @Test
    void broken_json_is_named_with_its_line() throws IOException {
        edit("unet/config.json", text -> text.replace("\"in_channels\": 4,", "\"in_channels\": 4;"));
        assertRefused(this::open, "unet/config.json is not valid JSON at line 5, column");
    }

    @Test
    void a_text_encoder_of_another_width_is_refused() throws IOException {
        edit("text_encoder/config.json", text -> text.replace("\"hidden_size\": 16", "\"hidden_size\": 24"));
        assertRefused(this::open, "wants text of width 16", "its text encoders give 24");
    }

    @Test
    void an_older_export_without_a_scaling_factor_gets_the_usual_one_with_a_remark() throws IOException {
        for (String half : List.of("vae_decoder", "vae_encoder")) {
            edit(half + "/config.json", text -> text.replace("\"scaling_factor\": 0.18215,", ""));
        }
        Bundle read = BundleReader.read(bundle);
        assertThat(read.latents().scalingFactor()).isEqualTo(0.18215);
        assertThat(read.remarks()).hasSize(1).first().asString().contains("0.18215 is assumed");
    }

    @Test
    void a_name_that_nothing_has_is_answered_with_the_names_there_are() {
        BundleCatalog catalog = new BundleCatalog(List.of(folder.resolve("models"), folder.resolve("nowhere")));
        assertThat(catalog.list()).containsOnlyKeys("good");
        assertRefused(() -> catalog.find("bad"), "There is no model 'bad'", "choose from good");
        assertRefused(() -> catalog.find("../models/good"), "There is no model '../models/good'");
    }

    private void edit(String place, UnaryOperator<String> change) throws IOException {
        Path file = bundle.resolve(place);
        String before = Files.readString(file);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after);
    }
}
