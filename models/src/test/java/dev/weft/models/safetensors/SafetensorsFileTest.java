package dev.weft.models.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsFileTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Path BAD = RESOURCES.resolve("bad/safetensors");

    @TempDir
    private Path folder;

    @Test
    void the_good_file_of_the_fixtures_is_read() throws IOException {
        Safetensors file = SafetensorsFile.read(BAD.resolve("good.safetensors"));
        assertThat(file.tensors()).containsOnlyKeys("a", "b");
        assertThat(file.tensor("a").shape()).containsExactly(2, 2);
        assertThat(file.tensor("a").floats()).containsExactly(0, 1, 2, 3);
        assertThat(file.tensor("b").floats()).containsExactly(4, 5, 6, 7);
        assertThat(file.metadata()).isEmpty();
    }

    @Test
    void a_file_written_by_the_reference_implementation_is_read() throws IOException {
        Safetensors file = SafetensorsFile.read(RESOURCES.resolve("golden/text.safetensors"));
        assertThat(file.tensor("ids").type()).isEqualTo(SafetensorsType.I64);
        assertThat(file.tensor("ids").shape()).containsExactly(4, 77);
        assertThat(file.tensor("empty_ids").longs()[0])
                .isEqualTo(file.tensor("ids").longs()[0]);
        assertThat(file.tensor("last_hidden_state").floats()).hasSize(4 * 77 * 192);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "header-beyond-file|the header length is given as 1048576, but the file has 81 bytes after it",
                "header-length-negative|the header length is given as 18446744073709551608",
                "header-empty|the header length is given as 0",
                "three-bytes|the file has only 3 bytes",
                "header-not-json|the header is not valid JSON at character",
                "header-array|the header is not a JSON object",
                "offsets-beyond-data|tensor \"b\" ends at byte 32 of the data, which has only 24 bytes",
                "offsets-reversed|tensor \"a\" ends at offset 0, before its begin 16",
                "offsets-negative|tensor \"a\" begins at the negative offset -16",
                "size-mismatch|tensor \"a\" of type F32 and shape [2, 3] needs 24 bytes, but its offsets give 16",
                "negative-shape|tensor \"a\" has the negative extent -2",
                "shape-overflow|tensor \"a\" has the shape [4294967296, 4294967296], which is larger than any file",
                "overlapping|tensor \"b\" begins at byte 8 of the data, inside another tensor that ends at byte 16",
                "gap|bytes 8 to 16 of the data, before tensor \"b\", belong to no tensor",
                "unknown-dtype|tensor \"a\" has the unknown dtype \"Q31\"",
                "duplicate-name|the header holds the tensor \"a\" twice",
            })
    void a_broken_file_is_refused_with_what_is_wrong_and_where(String name, String expected) {
        assertThatThrownBy(() -> SafetensorsFile.read(BAD.resolve(name + ".safetensors")))
                .isInstanceOf(SafetensorsException.class)
                .hasMessageContaining(expected)
                .hasMessageStartingWith("\"" + name + ".safetensors\": ")
                .hasMessageEndingWith(".")
                .hasMessageNotContaining("\n");
    }

    @Test
    void values_that_are_not_finite_are_read_but_refused_where_finite_ones_are_required() throws IOException {
        Safetensors file = SafetensorsFile.read(BAD.resolve("nan-values.safetensors"));
        assertThat(file.tensor("a").floats()[1]).isNaN();
        assertThatThrownBy(file::requireFinite)
                .isInstanceOf(SafetensorsException.class)
                .hasMessageContaining("nan-values.safetensors")
                .hasMessageContaining("element 1 of tensor \"a\" is NaN or infinite");
    }

    @Test
    void what_is_written_is_read_back() throws IOException {
        Path file = folder.resolve("x.safetensors");
        ByteBuffer doubles = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        doubles.putDouble(0.5).putDouble(-2).flip();
        SafetensorsFile.write(
                file,
                Safetensors.of(
                        List.of(
                                SafetensorsTensor.ofFloats("z", new long[] {1, 3}, new float[] {1, 2, 3}),
                                SafetensorsTensor.ofFloats("nothing", new long[] {0}, new float[0]),
                                SafetensorsTensor.ofLongs("scalar", new long[0], new long[] {-7}),
                                SafetensorsTensor.of("d", SafetensorsType.F64, new long[] {2}, doubles)),
                        Map.of("prompt", "{\"a\": \"ü\"}", "b", "")));
        Safetensors read = SafetensorsFile.read(file);
        assertThat(read.metadata()).containsExactly(Map.entry("b", ""), Map.entry("prompt", "{\"a\": \"ü\"}"));
        assertThat(read.tensors().keySet()).containsExactly("d", "scalar", "nothing", "z");
        assertThat(read.tensor("z").floats()).containsExactly(1, 2, 3);
        assertThat(read.tensor("nothing").shape()).containsExactly(0);
        assertThat(read.tensor("nothing").floats()).isEmpty();
        assertThat(read.tensor("scalar").longs()).containsExactly(-7);
        assertThat(read.tensor("d").floats()).containsExactly(0.5f, -2);
        assertThat(ByteBuffer.wrap(Files.readAllBytes(file))
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getLong()
                        % 8)
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "U8, ff, 255",
        "I8, ff, -1",
        "BOOL, 01, 1",
        "U16, feff, 65534",
        "I16, feff, -2",
        "F16, 003c, 1",
        "F16, 0100, 5.9604645e-8",
        "BF16, 80bf, -1",
        "U32, ffffffff, 4294967295",
        "I32, ffffffff, -1",
        "F32, 0000803f, 1",
        "U64, ffffffffffffffff, 18446744073709551615",
        "I64, feffffffffffffff, -2",
        "F64, 000000000000f03f, 1"
    })
    void every_number_type_becomes_a_float(SafetensorsType type, String hex, float expected) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(hex);
        SafetensorsTensor tensor = SafetensorsTensor.of("t", type, new long[] {1}, ByteBuffer.wrap(bytes));
        assertThat(tensor.floats()).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void any_content_survives_a_round_trip_and_is_written_the_same_way_again(long seed) throws IOException {
        Random random = new Random(seed);
        List<SafetensorsType> types = List.of(SafetensorsType.values());
        List<SafetensorsTensor> tensors = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            SafetensorsType type = types.get(random.nextInt(types.size()));
            long[] shape = random.longs(random.nextInt(4), 0, 5).toArray();
            long count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
            byte[] bytes = new byte[Math.toIntExact(count) * type.bytes()];
            random.nextBytes(bytes);
            tensors.add(SafetensorsTensor.of("t" + i + "\"\\ü\n", type, shape, ByteBuffer.wrap(bytes)));
        }
        Map<String, String> metadata = random.nextBoolean() ? Map.of() : Map.of("k\u0001", "v✈\"", "format", "pt");
        Path first = folder.resolve("first.safetensors");
        Path second = folder.resolve("second.safetensors");
        SafetensorsFile.write(first, Safetensors.of(tensors, metadata));
        Safetensors read = SafetensorsFile.read(first);
        assertThat(read.metadata()).isEqualTo(metadata);
        assertThat(read.tensors()).hasSize(tensors.size());
        for (SafetensorsTensor tensor : tensors) {
            SafetensorsTensor again = read.tensor(tensor.name());
            assertThat(again.type()).isEqualTo(tensor.type());
            assertThat(again.shape()).isEqualTo(tensor.shape());
            assertThat(again.data()).isEqualTo(tensor.data());
        }
        SafetensorsFile.write(second, read);
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void a_large_file_is_mapped_and_read_in_place() throws IOException {
        Path file = folder.resolve("large.safetensors");
        float[] values = new float[(64 << 20) / Float.BYTES + 3];
        values[values.length - 1] = 7;
        SafetensorsFile.write(
                file,
                Safetensors.of(List.of(SafetensorsTensor.ofFloats("a", new long[] {values.length}, values)), Map.of()));
        SafetensorsTensor tensor = SafetensorsFile.read(file).tensor("a");
        assertThat(tensor.data().isDirect()).isTrue();
        assertThat(tensor.data().getFloat((values.length - 1) * Float.BYTES)).isEqualTo(7);
    }

    @Test
    void a_missing_tensor_is_named_with_what_there_is() throws IOException {
        Safetensors file = SafetensorsFile.read(BAD.resolve("good.safetensors"));
        assertThatThrownBy(() -> file.tensor("c"))
                .isInstanceOf(SafetensorsException.class)
                .hasMessage("\"good.safetensors\": there is no tensor \"c\"; the file holds 2 tensors, beginning with"
                        + " a, b.");
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> SafetensorsFile.read(folder.resolve("none.safetensors")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("There is no file")
                .hasMessageContaining("none.safetensors");
    }
}
