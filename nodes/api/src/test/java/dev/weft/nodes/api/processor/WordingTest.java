package dev.weft.nodes.api.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.github.zafarkhaja.semver.ParseException;
import com.github.zafarkhaja.semver.Version;
import dev.weft.graph.NodeTypeId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// What the processor lets pass is what the host can read, and the other way round.
final class WordingTest {
    @Property(tries = 5000)
    void a_range_passes_only_if_the_host_can_read_it(@ForAll("texts") String text) {
        if (Wording.isRange(text)) {
            assertThatCode(() -> Version.of(1).satisfies(text)).doesNotThrowAnyException();
        }
    }

    @Property(tries = 5000)
    void a_version_passes_just_if_the_host_can_read_it(@ForAll("texts") String text) {
        assertThat(Wording.isVersion(text)).isEqualTo(isVersion(text));
    }

    @Property(tries = 5000)
    void an_id_passes_just_if_it_can_be_a_namespace(@ForAll("ids") String text) {
        assertThat(Wording.isId(text)).isEqualTo(isNamespace(text));
    }

    @Test
    void the_usual_ranges_pass() {
        assertThat(List.of("^0.1", "~1.2", ">=1.2 & <2.0", "1.x", "1.2.*", "*", "1.2 - 2.0", "1.2.3", "1.x | ^3.1"))
                .allMatch(Wording::isRange);
        assertThat(List.of("", "latest", "^1.x", "01.2", ">=1.0.0-beta", "1.2.3.4", "1.2,2.0"))
                .noneMatch(Wording::isRange);
    }

    @Test
    void the_longest_id_is_that_of_a_namespace() {
        assertThat(Wording.isId("a".repeat(64))).isTrue();
        assertThat(isNamespace("a".repeat(64))).isTrue();
        assertThat(Wording.isId("a".repeat(65))).isFalse();
        assertThat(isNamespace("a".repeat(65))).isFalse();
    }

    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.of(
                        "0", "1", "2", "10", "01", ".", ".", "-", "+", "beta", "x", "*", "^", "~", ">=", "<", "=", "!=",
                        " & ", " | ", " - ", " ")
                .list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }

    @Provide
    static Arbitrary<String> ids() {
        return Arbitraries.strings().withChars("aZz09_-:/ é").ofMaxLength(6);
    }

    private static boolean isVersion(String text) {
        try {
            return Version.parse(text) != null;
        } catch (ParseException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isNamespace(String text) {
        try {
            return new NodeTypeId(text, "x").namespace().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
