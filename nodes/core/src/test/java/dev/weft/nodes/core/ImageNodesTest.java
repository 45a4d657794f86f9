package dev.weft.nodes.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.graph.types.ParameterValues;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.Mask;
import dev.weft.nodes.api.Cancellation;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeGraph;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageNodesTest {
    @TempDir
    private Path folder = Path.of("");

    private Folders folders() {
        return new Folders(List.of(), folder, folder, folder, folder);
    }

    private void picture(String name, int width, int height, int argb) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, argb);
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        assertThat(ImageIO.write(image, "png", file.toFile())).isTrue();
    }

    private NodeOutputs loadFolder(String name, long width, long height) throws NodeException {
        ParameterValues values =
                new ParameterValues(Map.of("folder", name, "width", width, "height", height, "fit", "crop"));
        return new LoadImageFolder(folders()).execute(new NodeInputs(Map.of(), values), new Quiet());
    }

    private static ImageBatch resize(ImageBatch image, long width, long height) throws NodeException {
        ParameterValues values =
                new ParameterValues(Map.of("width", width, "height", height, "fit", "crop", "filter", "lanczos"));
        NodeInputs inputs = new NodeInputs(Map.of("image", image), values);
        return images(new ResizeImage().execute(inputs, new Quiet()));
    }

    private static ImageBatch images(NodeOutputs outputs) throws NodeException {
        return values(outputs).value("image", ImageBatch.class);
    }

    private static Mask masks(NodeOutputs outputs) throws NodeException {
        return values(outputs).value("mask", Mask.class);
    }

    private static NodeInputs values(NodeOutputs outputs) {
        return new NodeInputs(outputs.values(), new ParameterValues(Map.of()));
    }

    @Test
    void an_image_comes_with_a_mask_of_its_transparency() throws IOException, NodeException {
        picture("half.png", 3, 2, 0x80ff0000);
        NodeInputs inputs = new NodeInputs(Map.of(), new ParameterValues(Map.of("image", "half.png")));
        NodeOutputs outputs = new LoadImage(folders()).execute(inputs, new Quiet());
        assertThat(images(outputs).rgb()).startsWith(1, 1, 1, 1, 1, 1, 0);
        assertThat(masks(outputs).values()).hasSize(6).containsOnly(1 - 128 / 255f);
    }

    @Test
    void a_folder_becomes_a_batch_in_the_order_of_names() throws IOException, NodeException {
        picture("set/b.png", 8, 8, 0xff00ff00);
        picture("set/a.PNG", 4, 4, 0xffff0000);
        picture("set/c.png", 12, 4, 0x000000ff);
        picture("set/.hidden.png", 4, 4, 0xffffffff);
        Files.writeString(folder.resolve("set/notes.txt"), "no picture");
        NodeOutputs outputs = loadFolder("set", 0, 0);
        ImageBatch images = images(outputs);
        assertThat(images.batch()).isEqualTo(3);
        assertThat(images.width()).isEqualTo(4);
        assertThat(images.height()).isEqualTo(4);
        for (int i = 0; i < 3; i++) {
            for (int channel = 0; channel < 3; channel++) {
                assertThat(images.level(i, channel, 1, 2)).isEqualTo(i == channel ? 255 : 0);
            }
        }
        Mask masks = masks(outputs);
        assertThat(masks.batch()).isEqualTo(3);
        assertThat(masks.values()[31]).isZero();
        assertThat(masks.values()[32]).isEqualTo(1);
        assertThat(images(loadFolder("set", 6, 0)).width()).isEqualTo(6);
    }

    @Test
    void a_folder_that_is_missing_or_holds_no_picture_is_named() throws IOException {
        assertThatThrownBy(() -> loadFolder("none", 0, 0))
                .isInstanceOf(NodeException.class)
                .hasMessage(
                        "There is no folder " + folder.resolve("none") + "; check the name, or write its whole path.");
        Files.createDirectories(folder.resolve("empty"));
        assertThatThrownBy(() -> loadFolder("empty", 0, 0))
                .isInstanceOf(NodeException.class)
                .hasMessageContaining("holds no file that ends with .bmp, .gif, .jpeg, .jpg, .png, .tif, .tiff;");
        Files.writeString(folder.resolve("empty/bad.png"), "no picture");
        assertThatThrownBy(() -> loadFolder("empty", 0, 0))
                .isInstanceOf(NodeException.class)
                .hasMessageStartingWith("\"bad.png\" is not a picture");
    }

    @Test
    void a_changed_folder_is_loaded_anew() throws IOException {
        picture("set/a.png", 4, 4, 0xffff0000);
        LoadImageFolder node = new LoadImageFolder(folders());
        ParameterValues values = new ParameterValues(Map.of("folder", "set"));
        String before = node.changeMarker(values);
        picture("set/b.png", 4, 4, 0xffff0000);
        assertThat(node.changeMarker(values)).isNotEqualTo(before).contains("a.png", "b.png");
    }

    @Test
    void a_side_of_0_keeps_the_proportion() throws NodeException {
        ImageBatch image = new ImageBatch(1, 40, 80, new float[3 * 3200]);
        assertThat(resize(image, 20, 0).height()).isEqualTo(10);
        assertThat(resize(image, 0, 20).width()).isEqualTo(40);
        assertThat(resize(image, 7, 9).width()).isEqualTo(7);
        assertThatThrownBy(() -> resize(image, 0, 0))
                .isInstanceOf(NodeException.class)
                .hasMessage("Both width and height are 0; set one of them at least.");
    }

    /// Nothing stops it, and nobody listens.
    private record Quiet() implements NodeContext {
        @Override
        public String node() {
            return "quiet";
        }

        @Override
        public NodeGraph graph() {
            throw new AssertionError("these nodes are alone");
        }

        @Override
        public Cancellation cancellation() {
            return new Never();
        }

        @Override
        public void progress(int step, int steps) {}

        @Override
        public void saved(Path file) {}

        @Override
        public Path outputFolder() {
            return Path.of("");
        }

        @Override
        public String workflow() {
            return "";
        }

        @Override
        public Map<String, ParameterValues> upstream() {
            return Map.of();
        }
    }

    private record Never() implements Cancellation {
        @Override
        public boolean requested() {
            return false;
        }

        @Override
        public void throwIfRequested() {}

        @Override
        public Handle onRequest(Runnable action) {
            return () -> {};
        }
    }
}
