package dev.weft.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.zafarkhaja.semver.Version;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ManifestReaderTest {
    private static final String GOOD = """
            {
              "id": "my-nodes",
              "version": "1.2.0-beta.1",
              "entry": "org.example.Outer$MyNodes",
              "weft": ">=0.1 & <1.0",
              "later": {"id": ["ignored"]},
              "depends": {
                "core": "^0.1",
                "other": {"version": "2.x", "optional": true, "later": 1}
              }
            }
            """;

    @Test
    void a_manifest_is_read_and_keys_of_later_versions_are_passed_over() throws ManifestException {
        PluginManifest manifest = read(GOOD);
        assertThat(manifest.id()).isEqualTo("my-nodes");
        assertThat(manifest.version()).isEqualTo(Version.parse("1.2.0-beta.1"));
        assertThat(manifest.entry()).isEqualTo("org.example.Outer$MyNodes");
        assertThat(manifest.weft().contains(Version.of(0, 9, 0))).isTrue();
        assertThat(manifest.weft().contains(Version.of(1, 0, 0))).isFalse();
        assertThat(manifest.depends())
                .isEqualTo(Map.of(
                        "core", new PluginDependency(new VersionRange("^0.1"), false),
                        "other", new PluginDependency(new VersionRange("2.x"), true)));
    }

    @Test
    void a_mistake_is_found_at_its_line_and_column() {
        assertMistake(GOOD.replace("\"2.x\"", "\"soon\""), 9, 26, "'soon' is not a range of versions");
        assertMistake(GOOD.replace("true", "\"yes\""), 9, 45, "\"optional\" is neither true nor false");
        assertMistake(GOOD.replace("\"^0.1\"", "1"), 8, 13, "\"core\" has no text for its value");
        assertMistake(GOOD.replace("\"other\"", "\"Other\""), 9, 5, "'Other' is not a plugin's id");
        assertMistake(GOOD.replace("\"version\": \"2.x\", ", ""), 9, 5, "the dependency \"other\" has no \"version\"");
        assertMistake(
                GOOD.replace("Outer$MyNodes", "My Nodes"), 4, 12, "'org.example.My Nodes' is not the name of a class");
        assertMistake(GOOD.replace("\"weft\"", "\"id\""), 5, 7, "it is not JSON (Duplicate Object property \"id\")");
        assertMistake("[]", 1, 1, "it is not a JSON object");
        assertMistake(GOOD + "x", 12, 1, "it is not JSON");
        assertMistake(GOOD + "{}", 12, 1, "something follows after its end");
    }

    @Property
    void whatever_is_cut_or_changed_is_read_or_told_and_nothing_else_comes_out(
            @ForAll @IntRange(max = 270) int place, @ForAll byte value, @ForAll boolean cut) {
        byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
        byte[] changed = cut ? Arrays.copyOf(bytes, Math.min(place, bytes.length)) : bytes;
        if (place < changed.length) {
            changed[place] = value;
        }
        try {
            assertThat(ManifestReader.read(changed).id()).isNotEmpty();
        } catch (ManifestException e) {
            assertThat(e.mistake()).isNotEmpty();
            assertThat(e.line()).isPositive();
        }
    }

    private static void assertMistake(String json, int line, int column, String mistake) {
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> read(json))
                .satisfies(told -> assertThat(told.line() + ":" + told.column() + " " + told.mistake())
                        .startsWith(line + ":" + column + " " + mistake));
    }

    private static PluginManifest read(String json) throws ManifestException {
        return ManifestReader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
