package dev.weft.nodes.api.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class RecordPropertiesTest {
    // As pictures and latents are.
    @SuppressWarnings("ArrayRecordComponent")
    private record Bag(String label, List<Object> content, float[] numbers) {}

    @Property
    void words_joined_by_capitals_are_words_joined_by_underscores(@ForAll("words") List<String> words) {
        String camel = words.getFirst()
                + words.stream()
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
        assertThat(Component.portName(camel)).contains(String.join("_", words));
    }

    @Property
    void a_name_of_lower_case_words_is_kept(@ForAll("words") List<String> words) {
        String name = String.join("_", words);
        assertThat(Component.portName(name)).contains(name);
    }

    @Property
    void the_weight_of_a_record_is_the_sum_of_its_parts(
            @ForAll String label, @ForAll List<Long> longs, @ForAll float[] numbers) {
        long parts = 2L * label.length() + 16L * longs.size() + 4L * numbers.length;
        Bag bag = new Bag(label, List.copyOf(longs), numbers);
        assertThat(MeasuredValue.byteSize(bag)).isEqualTo(parts);
        assertThat(MeasuredValue.byteSize(List.of(bag, Optional.of(bag)))).isEqualTo(2 * parts);
        assertThat(MeasuredValue.byteSize(Map.of("ab", bag))).isEqualTo(4 + parts);
        assertThat(MeasuredValue.byteSize(new Object[] {bag, new Object()})).isEqualTo(parts);
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(2)
                .ofMaxLength(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }
}
