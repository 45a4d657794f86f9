package dev.weft.models.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.models.backend.StopSignal;
import dev.weft.models.safetensors.Safetensors;
import dev.weft.models.safetensors.SafetensorsFile;
import dev.weft.models.safetensors.SafetensorsTensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleFileTest {
    private static byte[] bytes(Style style) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StyleFile.content(style, Map.of("workflow", "{}"), StopSignal.never()).writeTo(bytes);
        return bytes.toByteArray();
    }

    @Test
    void what_was_written_is_read_back() throws IOException {
        Style style = Styles.style(4, 1, 0.25);
        Style read = StyleFile.parse("s.style", bytes(style));
        assertThat(read.origin()).isEqualTo(style.origin());
        assertThat(read.references()).hasSize(2);
        for (int i = 0; i < 2; i++) {
            StyleReference mine = style.references().get(i);
            StyleReference theirs = read.references().get(i);
            assertThat(theirs.trajectory()).usingRecursiveComparison().isEqualTo(mine.trajectory());
            assertThat(theirs.positive()).usingRecursiveComparison().isEqualTo(mine.positive());
            assertThat(theirs.negative()).usingRecursiveComparison().isEqualTo(mine.negative());
            assertThat(theirs.prompt()).isEqualTo(mine.prompt());
            assertThat(theirs.credits()).isEqualTo(mine.credits());
            assertThat(List.of(theirs.guidance(), theirs.weight())).containsExactly(mine.guidance(), mine.weight());
            assertThat(theirs.thumbnail().png(StopSignal.never()))
                    .hasValueSatisfying(png -> assertThat(png)
                            .isEqualTo(mine.thumbnail().png(StopSignal.never()).orElseThrow()));
        }
        assertThat(bytes(read)).isEqualTo(bytes(style));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format | other | is a safetensors file, but no style; choose one that Save Style wrote.",
                "format_version | 2 | has the format version 2, but this Weft reads only up to 1; update Weft.",
                "format_version | one | is damaged: its format_version is 'one' in place of a whole number",
                "steps | 0 | is damaged: its steps is '0' in place of a whole number from 1 to 100000; save it anew.",
                "references | 3 | there is no tensor \"reference.2.timesteps\"",
                "references | 99999999999 | is damaged: its references is '99999999999'",
                "reference.1.weight | NaN | is damaged: its reference.1.weight is 'NaN' in place of a number; save it anew.",
                "reference.1.weight | 0 | is damaged: The weight of a reference has to be above 0, but is 0.0.",
                "reference.0.offset | 4 | is damaged: its reference.0.offset is '4' in place of a whole number from 0 to 3",
                "reference.0.thumbnail | data:image/png;base64,AAAA | is damaged: its reference.0.thumbnail is no PNG",
                "reference.0.thumbnail | https://somewhere | is damaged: its reference.0.thumbnail is no PNG",
            })
    void a_wrong_entry_is_named(String key, String value, String sentence) throws IOException {
        Safetensors good = SafetensorsFile.parse("s.style", bytes(Styles.style(4, 1, 0.25)));
        Map<String, String> metadata = new LinkedHashMap<>(good.metadata());
        metadata.put(key, value);
        assertRefused(good.tensors().values(), metadata, sentence);
        assertThat(metadata.keySet()).containsAll(good.metadata().keySet());
    }

    @Test
    void a_missing_entry_is_named() throws IOException {
        Safetensors good = SafetensorsFile.parse("s.style", bytes(Styles.style(4, 1)));
        for (String key : good.metadata().keySet()) {
            if (!List.of("workflow", "reference.0.thumbnail", "format").contains(key)) {
                Map<String, String> metadata = new LinkedHashMap<>(good.metadata());
                metadata.remove(key);
                assertRefused(good.tensors().values(), metadata, "its " + key + " is missing");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reference.0.trajectory | 4,1,2,3 | holds 4 latents for 4 timesteps",
                "reference.0.trajectory | 5,6 | has the shape [5, 6], but needs 4 sizes above 0",
                "reference.0.timesteps | 3 | does not say the step of each of 3 timesteps",
                "reference.0.positive | 2,1 | its reference.0.negative is not encoded as reference.0.positive is",
                "reference.0.negative | 0,2 | has the shape [0, 2]",
            })
    void a_tensor_of_another_shape_is_named(String name, String shape, String sentence) throws IOException {
        Safetensors good = SafetensorsFile.parse("s.style", bytes(Styles.style(4, 1)));
        List<SafetensorsTensor> tensors = new ArrayList<>(good.tensors().values());
        tensors.removeIf(tensor -> tensor.name().equals(name));
        long[] sizes =
                Arrays.stream(shape.split(",")).mapToLong(Long::parseLong).toArray();
        int count = (int) Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
        tensors.add(SafetensorsTensor.ofFloats(name, sizes, new float[count]));
        assertRefused(tensors, good.metadata(), sentence);
    }

    @Test
    void numbers_that_are_none_are_refused() throws IOException {
        Safetensors good = SafetensorsFile.parse("s.style", bytes(Styles.style(4, 1)));
        List<SafetensorsTensor> tensors = new ArrayList<>(good.tensors().values());
        tensors.removeIf(tensor -> tensor.name().equals("reference.0.positive"));
        tensors.add(SafetensorsTensor.ofFloats(
                "reference.0.positive", new long[] {2, 2}, new float[] {0, Float.NaN, 0, 0}));
        assertRefused(tensors, good.metadata(), "is NaN or infinite");
    }

    private static void assertRefused(
            Iterable<SafetensorsTensor> tensors, Map<String, String> metadata, String sentence) throws IOException {
        List<SafetensorsTensor> all = new ArrayList<>();
        tensors.forEach(all::add);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SafetensorsFile.content(Safetensors.of(all, metadata)).writeTo(bytes);
        assertThatThrownBy(() -> StyleFile.parse("s.style", bytes.toByteArray()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("\"s.style\"")
                .hasMessageContaining(sentence)
                .message()
                .endsWith(".");
    }

    @Property
    void a_damaged_byte_is_read_or_refused_in_a_sentence(@ForAll @IntRange(max = 3000) int place, @ForAll byte value)
            throws IOException {
        byte[] file = bytes(Styles.style(4, 1));
        Assume.that(place < file.length);
        file[place] = value;
        readOrRefused(file);
    }

    @Property
    void a_file_that_ends_early_is_refused_in_a_sentence(@ForAll @IntRange(max = 3000) int length) throws IOException {
        byte[] file = bytes(Styles.style(4, 1));
        Assume.that(length < file.length);
        assertThatThrownBy(() -> StyleFile.parse("s.style", Arrays.copyOf(file, length)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("s.style");
    }

    static void readOrRefused(byte[] file) {
        try {
            Style style = StyleFile.parse("s.style", file);
            assertThat(style.references()).isNotEmpty();
            assertThat(bytes(style)).isNotEmpty();
        } catch (IOException e) {
            assertThat(e)
                    .hasMessageContaining("\"s.style\"")
                    .message()
                    .endsWith(".")
                    .doesNotContain("\n");
        }
    }
}
