package dev.weft.runtime.queue;

import static dev.weft.runtime.queue.TestRuns.run;
import static dev.weft.runtime.queue.TestRuns.urgent;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// The order of the queue after any sequence of changes, against a plain list in memory.
final class OrderPropertyTest {
    @Property(tries = 60)
    void runs_stand_where_they_were_put(@ForAll @Size(max = 40) List<@IntRange(max = 1_000_000) Integer> dice)
            throws IOException {
        Path folder = Files.createTempDirectory("weft-queue");
        try (QueueStore store = QueueStore.open(folder, InstantSource.system())) {
            PlainList list = new PlainList();
            for (int die : dice) {
                list.change(store.queue(), die % 7, die / 7);
                assertThat(store.queue().waiting().stream().map(QueuedRun::id))
                        .containsExactlyElementsOf(list.expected);
            }
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /// Does to a list what it asks of the queue.
    private static final class PlainList {
        private final List<RunId> expected = new ArrayList<>();
        private final Map<RunId, Integer> priorities = new HashMap<>();

        void change(Queue queue, int kind, int die) {
            if (kind == 0 || expected.isEmpty()) {
                int priority = die % 5 - 2;
                insert(queue.add(run("r", priority)), priority);
                return;
            }
            RunId id = expected.get(die % expected.size());
            RunId other = expected.get(die / 50 % expected.size());
            switch (kind) {
                case 1 -> {
                    int priority = Math.max(0, priority(expected.getFirst()));
                    putAt(queue.add(urgent("u")), 0, priority);
                }
                case 2 -> {
                    queue.front(id);
                    int priority = Math.max(0, priority(expected.getFirst()));
                    expected.remove(id);
                    putAt(id, 0, priority);
                }
                case 3 -> {
                    queue.moveBefore(id, other);
                    moveTo(id, other, 0);
                }
                case 4 -> {
                    queue.moveAfter(id, other);
                    moveTo(id, other, 1);
                }
                case 5 -> {
                    int priority = die % 5 - 2;
                    queue.prioritise(id, priority);
                    expected.remove(id);
                    insert(id, priority);
                }
                default -> {
                    queue.remove(id);
                    expected.remove(id);
                }
            }
        }

        private void moveTo(RunId id, RunId other, int after) {
            if (!id.equals(other)) {
                expected.remove(id);
                putAt(id, expected.indexOf(other) + after, priority(other));
            }
        }

        private void insert(RunId id, int priority) {
            int index = 0;
            while (index < expected.size() && priority(expected.get(index)) >= priority) {
                index++;
            }
            putAt(id, index, priority);
        }

        private int priority(RunId id) {
            return priorities.getOrDefault(id, 0);
        }

        private void putAt(RunId id, int index, int priority) {
            expected.add(index, id);
            priorities.put(id, priority);
        }
    }
}
