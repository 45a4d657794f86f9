package dev.weft.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// Compares with a list that does the same in the plainest way.
class RecentPropertyTest {
    private static final long BUDGET = 20;

    /// @param kind 0 to put, 1 to use, 2 to remove, 3 to drop what was not used lately
    record Step(int kind, int key, int weight) {}

    private record Plain(int key, int weight, long lastUse) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(Tuple.of(5, 0), Tuple.of(4, 1), Tuple.of(1, 2), Tuple.of(1, 3)),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 24))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 500)
    void it_keeps_and_drops_what_the_plainest_list_would(@ForAll("steps") List<Step> steps) {
        Recent<Integer> recent = new Recent<>(BUDGET);
        List<Plain> plain = new ArrayList<>();
        long moment = 0;
        for (Step step : steps) {
            moment++;
            Fingerprint key = new Fingerprint(step.key(), 0, 0, 0);
            switch (step.kind()) {
                case 0 -> {
                    List<Recent.Dropped<Integer>> dropped = recent.put(key, step.key(), step.weight(), moment);
                    assertThat(dropped.stream().map(Recent.Dropped::value))
                            .containsExactlyElementsOf(plainPut(plain, step, moment));
                }
                case 1 -> {
                    boolean there = plain.removeIf(held -> held.key() == step.key());
                    assertThat(recent.use(key, moment).isPresent()).isEqualTo(there);
                    if (there) {
                        plain.add(new Plain(step.key(), weightOf(recent, plain), moment));
                    }
                }
                case 2 -> {
                    boolean there = plain.removeIf(held -> held.key() == step.key());
                    assertThat(recent.remove(key).isPresent()).isEqualTo(there);
                }
                default -> {
                    long limit = moment - step.weight();
                    recent.removeUnusedSince(limit);
                    plain.removeIf(held -> held.lastUse() < limit);
                }
            }
            assertThat(recent.size()).isEqualTo(plain.size());
            assertThat(recent.weight())
                    .isEqualTo(plain.stream().mapToLong(Plain::weight).sum())
                    .isLessThanOrEqualTo(BUDGET);
        }
    }

    /// The weight that is missing in the list is that of the one that was taken out a moment ago.
    private static int weightOf(Recent<Integer> recent, List<Plain> others) {
        return (int) (recent.weight() - others.stream().mapToLong(Plain::weight).sum());
    }

    private static List<Integer> plainPut(List<Plain> plain, Step step, long moment) {
        plain.removeIf(held -> held.key() == step.key());
        List<Integer> dropped = new ArrayList<>();
        if (step.weight() > BUDGET) {
            return List.of(step.key());
        }
        while (plain.stream().mapToLong(Plain::weight).sum() + step.weight() > BUDGET) {
            dropped.add(plain.removeFirst().key());
        }
        plain.add(new Plain(step.key(), step.weight(), moment));
        return dropped;
    }
}
