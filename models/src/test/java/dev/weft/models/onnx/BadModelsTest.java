package dev.weft.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weft.models.onnx.proto.OnnxProto.GraphProto;
import dev.weft.models.onnx.proto.OnnxProto.ModelProto;
import dev.weft.models.onnx.proto.OnnxProto.NodeProto;
import dev.weft.models.onnx.proto.OnnxProto.OperatorSetIdProto;
import dev.weft.models.onnx.proto.OnnxProto.StringStringEntryProto;
import dev.weft.models.onnx.proto.OnnxProto.TensorProto;
import dev.weft.models.onnx.proto.OnnxProto.TypeProto;
import dev.weft.models.onnx.proto.OnnxProto.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Broken model files: each is refused in one sentence that names the file, the place and what to do.
class BadModelsTest {
    private static final Path BAD = Path.of("src/test/resources/bad/onnx");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            truncated.onnx      | cut off           | get the file again
            empty.onnx          | is empty          | get the file again
            garbage.onnx        | not an ONNX model | get the file again
            text.onnx           | Git LFS pointer   | git lfs pull
            no-graph.onnx       | no graph          | get the file again
            negative-dims.onnx  | [-1, -4]          | get or export the model again
            short-data.onnx     | 8 bytes           | get or export the model again
            huge-dims.onnx      | larger than any memory | get or export the model again
            dangling-input.onnx | nothing produces  | get the file again
            cycle.onnx          | wait for each other | get the file again
            unknown-op.onnx     | unknown domain    | export the model with standard operators
            absent.onnx         | does not exist    | complete the model's folder
            """)
    void a_broken_file_is_refused_with_place_and_remedy(String name, String fault, String remedy) {
        Path file = BAD.resolve(name);

        refused(file)
                .withMessageContaining(file.toString())
                .withMessageContaining(fault)
                .withMessageContaining(remedy);
    }

    @Test
    void a_folder_in_place_of_a_file_is_refused() {
        refused(folder).withMessageContaining("is a folder");
    }

    @Test
    void a_saved_web_page_is_refused() throws IOException {
        Path page = Files.writeString(folder.resolve("model.onnx"), "<!doctype html>\n<title>Not found</title>\n");

        refused(page).withMessageContaining("holds text");
    }

    @Test
    void sound_external_weights_are_accepted() throws IOException {
        Files.write(folder.resolve("weights.bin"), new byte[24]);
        Path file = modelWithWeightsAt("weights.bin", "8", "16");

        OnnxModel model = OnnxModel.read(file);

        assertThat(model.externalFiles())
                .containsExactly(folder.resolve("weights.bin").toRealPath());
        assertThat(model.externalFolder()).contains(folder.toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ../outside.bin     | outside its own folder
            a/../../outside.bin | outside its own folder
            /etc/hostname      | absolute path
            C:\\weights.bin    | absolute path
            missing.bin        | is missing
            .                  | is missing
            ''                 | does not say in which file
            """)
    void external_weights_elsewhere_are_refused(String location, String fault) throws IOException {
        Path inner = Files.createDirectories(folder.resolve("unet"));
        Files.write(folder.resolve("outside.bin"), new byte[16]);
        Path file = write(inner.resolve("model.onnx"), external(location, "0", "16"));

        refused(file).withMessageContaining(fault).withMessageContaining("weight");
    }

    @Test
    void external_weights_behind_a_link_out_of_the_folder_are_refused() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("unet"));
        Path outside = Files.write(folder.resolve("outside.bin"), new byte[16]);
        try {
            Files.createSymbolicLink(inner.resolve("weights.bin"), outside);
        } catch (UnsupportedOperationException | IOException e) {
            assumeThat(e).as("this file system has symbolic links").isNull();
        }
        Path file = write(inner.resolve("model.onnx"), external("weights.bin", "0", "16"));

        refused(file).withMessageContaining("outside its own folder");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 16, ends at byte 12",
        "8, 16, ends at byte 12",
        "9223372036854775807, 16, ends at byte 12",
        "-1, 16, not a number of bytes",
        "0, many, not a number of bytes",
        "0, 8, shape needs 16",
    })
    void external_weights_of_another_length_are_refused(String offset, String length, String fault) throws IOException {
        Files.write(folder.resolve("weights.bin"), new byte[12]);

        refused(modelWithWeightsAt("weights.bin", offset, length)).withMessageContaining(fault);
    }

    @Test
    void a_value_that_is_produced_twice_is_refused() throws IOException {
        NodeProto node = node("Identity", "x", "y").build();
        Path file = write(folder.resolve("model.onnx"), List.of(), List.of(node, node));

        refused(file).withMessageContaining("'y' twice");
    }

    @Test
    void a_long_chain_of_nodes_is_read_without_deep_recursion() {
        int length = 100_000;
        GraphProto.Builder graph = GraphProto.newBuilder();
        for (int index = 0; index < length; index++) {
            graph.addNode(
                    node("Identity", index == 0 ? "x" : "v" + index, index == length - 1 ? "y" : "v" + (index + 1)));
        }

        assertThatNoException()
                .isThrownBy(() -> OnnxModel.read(write(folder.resolve("model.onnx"), List.of(), graph.getNodeList())));
    }

    private ThrowableAssertAlternative<InvalidModelException> refused(Path file) {
        return assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(() -> OnnxModel.read(file))
                .satisfies(e -> assertThat(e.getMessage()).endsWith(".").doesNotContain("\n"));
    }

    private Path modelWithWeightsAt(String location, String offset, String length) throws IOException {
        return write(folder.resolve("model.onnx"), external(location, offset, length));
    }

    private static TensorProto external(String location, String offset, String length) {
        return TensorProto.newBuilder()
                .setName("weight")
                .setDataType(OnnxType.FLOAT.code())
                .addDims(4)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(entry("location", location))
                .addExternalData(entry("offset", offset))
                .addExternalData(entry("length", length))
                .build();
    }

    private static StringStringEntryProto.Builder entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value);
    }

    private static Path write(Path file, TensorProto weight) throws IOException {
        return write(
                file,
                List.of(weight),
                List.of(node("Add", "x", "y").addInput("weight").build()));
    }

    private static Path write(Path file, List<TensorProto> constants, List<NodeProto> nodes) throws IOException {
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(14))
                .setGraph(GraphProto.newBuilder()
                        .addAllNode(nodes)
                        .addAllInitializer(constants)
                        .addInput(value("x"))
                        .addOutput(value("y")))
                .build();
        Files.write(file, model.toByteArray());
        return file;
    }

    private static NodeProto.Builder node(String operator, String input, String output) {
        return NodeProto.newBuilder().setOpType(operator).addInput(input).addOutput(output);
    }

    private static ValueInfoProto.Builder value(String name) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder().setElemType(OnnxType.FLOAT.code())));
    }
}
