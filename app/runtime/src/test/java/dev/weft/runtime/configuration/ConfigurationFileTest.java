package dev.weft.runtime.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.nodes.api.record.Choice;
import dev.weft.nodes.api.record.Decimal;
import dev.weft.nodes.api.record.Flag;
import dev.weft.nodes.api.record.ParameterRecord;
import dev.weft.nodes.api.record.Text;
import dev.weft.nodes.api.record.Whole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ConfigurationFileTest {
    enum Way {
        SLOW,
        QUICK
    }

    record Settings(
            @Whole(value = "Tiles.", initial = 8, minimum = 2, maximum = 64, multipleOf = 2)
            int tileCount,

            @Decimal(value = "Share.", initial = 0.5, minimum = 0, maximum = 1)
            double share,

            @Flag(value = "Aloud.", initial = true) boolean aloud,

            @Text(value = "Greeting.", initial = "say \"hi\"")
            String greeting,

            @Choice("Way.") Way way) {
        Settings {
            if (share == 0 && aloud) {
                throw new IllegalArgumentException("nothing can be said aloud; raise \"share\"");
            }
        }
    }

    private static final Settings DEFAULTS = new Settings(8, 0.5, true, "say \"hi\"", Way.SLOW);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_file_that_does_not_exist_is_written_with_all_defaults() throws Exception {
        assertThat(read()).isEqualTo(DEFAULTS);
        assertThat(file()).hasContent("""
            {
              "tile_count": 8,
              "share": 0.5,
              "aloud": true,
              "greeting": "say \\"hi\\"",
              "way": "slow"
            }
            """);
        assertThat(file().getParent()).isDirectoryContaining(path -> path.equals(file()));
        assertThat(read()).isEqualTo(DEFAULTS);
    }

    @Test
    void what_is_missing_has_its_default_and_the_file_stays_as_it_is() throws Exception {
        String text = "{\"way\": \"quick\",\n \"tile_count\": 10}";
        write(text);
        FileTime before = Files.getLastModifiedTime(file());
        assertThat(read()).isEqualTo(new Settings(10, 0.5, true, "say \"hi\"", Way.QUICK));
        assertThat(file()).hasContent(text);
        assertThat(Files.getLastModifiedTime(file())).isEqualTo(before);
    }

    @Test
    void a_whole_number_is_a_decimal_as_well() throws Exception {
        write("{\"share\": 1}");
        assertThat(read().share()).isEqualTo(1);
    }

    @Test
    void defaults_count_where_they_cannot_be_written() throws Exception {
        Files.writeString(folder.resolve("config"), "a file, where the folder should be");
        assertThat(read()).isEqualTo(DEFAULTS);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "{\n \"tile_cuont\": 4}",
                        ", line 2: there is no setting \"tile_cuont\"; did you mean" + " \"tile_count\"?"),
                Arguments.of(
                        "{\"zebra\": {\"a\": [1]}}",
                        ", line 1: there is no setting \"zebra\"; there are tile_count, share, aloud, greeting, way"),
                Arguments.of(
                        "{\"tile_count\": 5}",
                        ", line 1: \"tile_count\" is 5, and must be a whole number from 2 to 64 that is a multiple"
                                + " of 2"),
                Arguments.of(
                        "{\"tile_count\": 99999999999999999999}",
                        ", line 1: \"tile_count\" is 99999999999999999999, and must be a whole number from 2 to 64 that"
                                + " is a multiple of 2"),
                Arguments.of(
                        "{\"share\": \"half\"}",
                        ", line 1: \"share\" is \"half\", and must be a number from 0.0 to 1.0"),
                Arguments.of("{\"aloud\": 1}", ", line 1: \"aloud\" is 1, and must be true or false"),
                Arguments.of(
                        "{\"greeting\": [\"a\"]}",
                        ", line 1: \"greeting\" is a list, and must be text in quotation" + " marks"),
                Arguments.of(
                        "{\"greeting\": null}",
                        ", line 1: \"greeting\" is null, and must be text in quotation" + " marks"),
                Arguments.of(
                        "{\"way\": \"fast\"}", ", line 1: \"way\" is \"fast\", and must be one of \"slow\", \"quick\""),
                Arguments.of("{\"way\": \"slow\", \"way\": \"quick\"}", ", line 1: \"way\" is set twice; remove one"),
                Arguments.of(
                        "{\n\"aloud\": {},\n\"shar\": 1}",
                        ", line 2: \"aloud\" is an object, and must be true or false; line 3: there is no setting"
                                + " \"shar\"; did you mean \"share\"?"),
                Arguments.of("[]", ": this is no JSON object; write it as {\"key\": value}"),
                Arguments.of("", ": this is no JSON object; write it as {\"key\": value}"),
                Arguments.of("{\"share\": 0}", ": nothing can be said aloud; raise \"share\""));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakes_are_told_with_file_line_and_key(String text, String message) throws IOException {
        write(text);
        assertThatThrownBy(this::read)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(file() + message);
    }

    @Test
    void a_text_that_is_no_json_is_told_with_its_line() throws IOException {
        write("{\n  \"share\": 0.5,\n  \"aloud\": yes\n}");
        assertThatThrownBy(this::read)
                .hasMessageStartingWith(file() + ", line 3: this is no JSON (")
                .hasMessageEndingWith("); correct it there, or remove the file");
    }

    private Settings read() throws ConfigurationException {
        return new ConfigurationFile(file()).read(ParameterRecord.of(Settings.class));
    }

    private Path file() {
        return folder.resolve("config").resolve("greeter.json");
    }

    private void write(String text) throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(file(), text);
    }
}
