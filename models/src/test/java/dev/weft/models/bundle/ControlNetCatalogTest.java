package dev.weft.models.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlNetCatalogTest {
    @TempDir
    Path root;

    private ControlNetCatalog catalog = new ControlNetCatalog(List.of());

    @BeforeEach
    void fill() throws IOException {
        file("first/model_index.json");
        file("first/controlnet_canny/model.onnx");
        file("first/controlnet_pose/model.onnx");
        file("first/unet/model.onnx");
        file("second/model_index.json");
        file("second/controlnet_canny/network.onnx");
        file("controlnet_depth/model.onnx");
        file("controlnet/scribble.onnx");
        file("controlnet/lines/model.onnx");
        file("controlnet/readme.txt");
        file("loras/controlnet.safetensors");
        catalog = new ControlNetCatalog(List.of(root, root.resolve("missing")));
    }

    private void file(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    @Test
    void controlnets_are_found_in_bundles_and_beside_them() throws IOException {
        assertThat(catalog.list().keySet())
                .containsExactly(
                        "controlnet_depth",
                        "first/controlnet_canny",
                        "first/controlnet_pose",
                        "lines",
                        "scribble",
                        "second/controlnet_canny");
        assertThat(catalog.beside().keySet()).containsExactly("controlnet_depth", "lines", "scribble");
    }

    @Test
    void a_name_without_its_bundle_is_enough_where_one_bundle_has_it() throws IOException {
        assertThat(catalog.find("controlnet_pose")).isEqualTo(root.resolve("first/controlnet_pose/model.onnx"));
        assertThat(catalog.find("second/controlnet_canny"))
                .isEqualTo(root.resolve("second/controlnet_canny/network.onnx"));
        assertThat(catalog.find("scribble")).isEqualTo(root.resolve("controlnet/scribble.onnx"));
    }

    @Test
    void a_name_that_two_bundles_have_is_refused_with_both() {
        assertThatThrownBy(() -> catalog.find("controlnet_canny"))
                .isInstanceOf(BundleException.class)
                .hasMessage("Several models have a ControlNet 'controlnet_canny'; write which one:"
                        + " first/controlnet_canny or second/controlnet_canny.");
    }

    @Test
    void the_whole_path_of_a_file_is_a_name() throws IOException {
        Path file = root.resolve("first/unet/model.onnx");
        assertThat(catalog.find(file.toString())).isEqualTo(file);
    }

    @Test
    void a_missing_one_is_refused_with_those_that_there_are() {
        assertThatThrownBy(() -> catalog.find("tile"))
                .isInstanceOf(BundleException.class)
                .hasMessageStartingWith("There is no ControlNet 'tile' in ")
                .hasMessageContaining("choose from controlnet_depth, first/controlnet_canny");
        ControlNetCatalog empty = new ControlNetCatalog(List.of(root.resolve("missing")));
        assertThatThrownBy(() -> empty.find("tile")).hasMessageContaining("; put one there, or write the whole path");
    }
}
