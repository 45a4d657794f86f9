package dev.weft.editor.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.window.NodeSearchOpener.LooseWire;
import dev.weft.graph.PortAddress;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.PortKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TypeSearchTest {
    private static final List<NodeSignature> TYPES = List.of(
            NodeSignature.of("core:load_model", 1, "Load Model", "model", "Loads a model.")
                    .with(new OutputPort("model", PortKind.MODEL, ".")),
            NodeSignature.of("core:save_image", 1, "Save Image", "image", "Saves each picture of a batch.")
                    .with(InputPort.required("image", PortKind.IMAGE, ".")),
            NodeSignature.of("core:sample", 1, "Sampler", "sampling", "Draws a batch of pictures.")
                    .with(InputPort.required("model", PortKind.MODEL, "."))
                    .with(new OutputPort("latent", PortKind.LATENT, ".")),
            NodeSignature.of("core:vae_encode", 1, "VAE Encode", "latent", "Turns pictures into latents.")
                    .with(InputPort.required("vae", PortKind.VAE, "."))
                    .with(InputPort.required("image", PortKind.IMAGE, "."))
                    .with(new OutputPort("latent", PortKind.LATENT, ".")),
            NodeSignature.of(
                            "stylealigned:shared_attention_sampler",
                            1,
                            "Shared Attention Sampler",
                            "sampling",
                            "Draws a set in one style.")
                    .with(InputPort.required("model", PortKind.MODEL, "."))
                    .with(new OutputPort("latent", PortKind.LATENT, ".")),
            NodeSignature.of("fx:blur", 1, "Blur", "effects", "Makes pictures soft.")
                    .with(InputPort.required("image", PortKind.IMAGE, "."))
                    .with(new OutputPort("image", PortKind.IMAGE, ".")));

    private final TypeSearch search = new TypeSearch(TYPES, List.of());

    private static List<String> titles(List<FoundType> found) {
        return found.stream().map(each -> each.type().title()).toList();
    }

    private List<String> find(String typed) {
        return titles(search.find(typed, Optional.empty()));
    }

    @Test
    void nothing_typed_finds_all_by_title() {
        assertThat(find(" "))
                .containsExactly(
                        "Blur", "Load Model", "Sampler", "Save Image", "Shared Attention Sampler", "VAE Encode");
    }

    @Test
    void a_title_that_begins_so_comes_before_one_that_holds_it() {
        assertThat(find("samp")).startsWith("Sampler", "Shared Attention Sampler");
    }

    @Test
    void the_first_letters_of_words_find_a_node() {
        assertThat(find("sas").getFirst()).isEqualTo("Shared Attention Sampler");
    }

    @Test
    void letters_in_order_find_a_node() {
        assertThat(find("smplr")).contains("Sampler");
    }

    @Test
    void the_names_of_another_program_find_a_node() {
        assertThat(find("CheckpointLoaderSimple")).containsExactly("Load Model");
        assertThat(find("ksampler").getFirst()).isEqualTo("Sampler");
    }

    @Test
    void a_category_an_id_and_a_word_of_the_description_find_a_node() {
        assertThat(find("effects")).containsExactly("Blur");
        assertThat(find("core:save_image")).containsExactly("Save Image");
        assertThat(find("soft")).containsExactly("Blur");
    }

    @Test
    void every_word_must_fit() {
        assertThat(find("image save")).containsExactly("Save Image");
        assertThat(find("image blurred")).isEmpty();
    }

    @Test
    void what_was_used_lately_comes_first_among_equals() {
        TypeSearch used = new TypeSearch(TYPES, List.of("core:save_image"));
        assertThat(titles(used.find("sa", Optional.empty())).getFirst()).isEqualTo("Save Image");
        assertThat(titles(used.used(Optional.empty(), 4))).containsExactly("Save Image");
    }

    @Test
    void a_wire_that_waits_leaves_only_what_fits_it() {
        LooseWire image = new LooseWire(new PortAddress("decode", "image"), true, PortKind.IMAGE);
        assertThat(titles(search.find("", Optional.of(image)))).containsExactly("Blur", "Save Image", "VAE Encode");
        LooseWire latent = new LooseWire(new PortAddress("decode", "latent"), false, PortKind.LATENT);
        assertThat(titles(search.find("", Optional.of(latent))))
                .containsExactly("Sampler", "Shared Attention Sampler", "VAE Encode");
        assertThat(search.find("vae", Optional.of(image))
                        .getFirst()
                        .port()
                        .orElseThrow()
                        .name())
                .isEqualTo("image");
    }

    @Test
    void a_mistyped_name_has_a_nearest() {
        assertThat(find("blurr")).isEmpty();
        assertThat(search.nearest("blurr", Optional.empty())
                        .orElseThrow()
                        .type()
                        .title())
                .isEqualTo("Blur");
        assertThat(search.nearest("qqqqqq", Optional.empty())).isEmpty();
    }
}
