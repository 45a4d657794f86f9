package dev.weft.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.ValueInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultCacheTest {
    private static final int SIZE = 100_000;
    private static final long COST = SIZE + ResultCache.ENTRY_BYTES;

    @TempDir
    private Path folder = Path.of("");

    private final ValueFormats formats = new ValueFormats();

    @Test
    void the_longest_unused_result_goes_first_and_its_trace_stays() {
        ResultCache cache = cache(CachePolicy.LRU, 2 * COST, 0);
        try (CacheRun run = cache.begin()) {
            put(run, 1, 2);
            assertThat(run.find(key(1))).isPresent();
            put(run, 3);
            assertThat(found(run, 1, 2, 3)).containsExactly(true, false, true);
            assertThat(run.trace(key(2))).isPresent();
            assertThat(cache.bytesInMemory()).isEqualTo(2 * COST);
        }
    }

    @Test
    void classic_keeps_what_the_last_run_used_and_nothing_else() {
        ResultCache cache = cache(CachePolicy.CLASSIC, 10 * COST, 0);
        try (CacheRun run = cache.begin()) {
            put(run, 1, 2, 3);
        }
        try (CacheRun run = cache.begin()) {
            assertThat(run.trace(key(1))).isPresent();
            assertThat(run.find(key(2))).isPresent();
        }
        try (CacheRun run = cache.begin()) {
            assertThat(found(run, 1, 2, 3)).containsExactly(true, true, false);
            assertThat(run.trace(key(3))).isEmpty();
        }
    }

    @Test
    void classic_keeps_what_a_run_that_still_goes_on_has_used() {
        ResultCache cache = cache(CachePolicy.CLASSIC, 10 * COST, 0);
        try (CacheRun slow = cache.begin()) {
            put(slow, 1);
            try (CacheRun quick = cache.begin()) {
                put(quick, 2);
            }
            assertThat(found(slow, 1, 2)).containsExactly(true, true);
        }
    }

    @Test
    void without_a_cache_nothing_is_kept() {
        ResultCache cache = cache(CachePolicy.NONE, 10 * COST, 10 * COST);
        try (CacheRun run = cache.begin()) {
            put(run, 1);
            assertThat(found(run, 1)).containsExactly(false);
            assertThat(run.trace(key(1))).isEmpty();
            assertThat(cache.bytesInMemory()).isZero();
        }
    }

    @Test
    void equal_values_from_other_work_have_one_identity_and_those_without_a_format_that_of_their_work() {
        ResultCache cache = cache(CachePolicy.LRU, 10 * COST, 0);
        try (CacheRun run = cache.begin()) {
            Trace.Given one = run.keep(Optional.of(key(1)), NodeOutputs.of("value", 5L, 8), List.of());
            Trace.Given other = run.keep(Optional.empty(), NodeOutputs.of("value", 5L, 8), List.of());
            assertThat(other.outputs()).hasSize(1).isEqualTo(one.outputs());
            NodeOutputs strange = NodeOutputs.of("value", new Object(), 8);
            assertThat(run.keep(Optional.of(key(3)), strange, List.of()).outputs())
                    .containsEntry("value", Identity.of(key(3), "value"));
            assertThat(run.keep(Optional.empty(), strange, List.of()).outputs()).isEmpty();
        }
    }

    @Test
    void what_a_node_asked_for_is_remembered_beside_what_others_gave() {
        ResultCache cache = cache(CachePolicy.LRU, 10 * COST, 0);
        try (CacheRun run = cache.begin()) {
            run.keep(key(1), Set.of("a"));
            assertThat(run.trace(key(1))).contains(new Trace.Demanded(Set.of("a")));
            assertThat(run.find(key(1))).isEmpty();
        }
    }

    @Test
    void a_result_that_memory_has_no_room_for_comes_back_from_disk_as_it_was() throws IOException {
        formats.addAll(List.of(new Block.Format()), "tests");
        ResultCache cache = cache(CachePolicy.LRU, 2 * COST, 10 * COST);
        try (CacheRun run = cache.begin()) {
            put(run, 1, 2, 3, 4);
            assertThat(cache.bytesInMemory()).isEqualTo(2 * COST);
            assertThat(cache.bytesOnDisk()).isBetween(2L * SIZE, 2 * COST);
            for (int number = 1; number <= 4; number++) {
                assertThat(bytes(run.find(key(number)))).isEqualTo(new Block(number, SIZE).bytes);
            }
        }
        cache.close();
        assertThat(left()).isZero();
    }

    @Test
    void the_disk_budget_is_kept_and_the_longest_unused_file_goes_first() throws IOException {
        formats.addAll(List.of(new Block.Format()), "tests");
        ResultCache cache = cache(CachePolicy.LRU, COST, 2 * COST);
        try (CacheRun run = cache.begin()) {
            put(run, 1, 2, 3, 4);
            assertThat(cache.bytesOnDisk()).isBetween(2L * SIZE, 2 * COST);
            assertThat(left()).isEqualTo(4);
            assertThat(run.find(key(1))).isEmpty();
            assertThat(run.find(key(2))).isPresent();
        }
    }

    @Test
    void a_file_that_was_damaged_on_disk_is_a_result_that_is_gone() throws IOException {
        formats.addAll(List.of(new Block.Format()), "tests");
        ResultCache cache = cache(CachePolicy.LRU, COST, 10 * COST);
        try (CacheRun run = cache.begin()) {
            put(run, 1, 2);
            damage();
            assertThat(run.find(key(1))).isEmpty();
            assertThat(run.find(key(2))).isPresent();
            assertThat(cache.bytesOnDisk()).isZero();
        }
    }

    @Test
    void a_disk_that_cannot_be_written_changes_nothing_for_the_run() throws IOException {
        formats.addAll(List.of(new Block.Format()), "tests");
        Path occupied = Files.writeString(folder.resolve("file"), "in the way");
        ResultCache cache = cache(CachePolicy.LRU, COST, 10 * COST, occupied, new CallingThread());
        try (CacheRun run = cache.begin()) {
            put(run, 1, 2, 3);
            assertThat(found(run, 1, 2, 3)).containsExactly(false, false, true);
        }
        cache.close();
        assertThat(occupied).hasContent("in the way");
    }

    @Test
    void a_format_that_fails_to_read_is_a_result_that_is_gone() {
        formats.addAll(
                List.of(new Block.Format() {
                    @Override
                    public Block read(ValueInput in) {
                        throw new UncheckedIOException(new IOException("no"));
                    }
                }),
                "tests");
        ResultCache cache = cache(CachePolicy.LRU, COST, 10 * COST);
        try (CacheRun run = cache.begin()) {
            put(run, 1, 2);
            assertThat(run.find(key(1))).isEmpty();
        }
    }

    @Test
    void a_result_is_found_while_it_waits_to_be_written_and_forgotten_where_too_many_wait() throws Exception {
        formats.addAll(List.of(new Block.Format()), "tests");
        CountDownLatch mayWrite = new CountDownLatch(1);
        ExecutorService writer = Executors.newSingleThreadExecutor();
        writer.execute(() -> await(mayWrite));
        ResultCache cache = cache(CachePolicy.LRU, 8 * COST, 100 * COST, folder, writer);
        try (CacheRun run = cache.begin()) {
            put(run, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
            assertThat(cache.bytesOnDisk()).isZero();
            assertThat(run.find(key(3))).isEmpty();
            assertThat(bytes(run.find(key(1)))).isEqualTo(new Block(1, SIZE).bytes);
        }
        mayWrite.countDown();
        cache.close();
        assertThat(writer.isTerminated()).isTrue();
        assertThat(left()).isZero();
    }

    @Test
    void forgetting_all_leaves_neither_values_nor_traces_nor_files() throws IOException {
        formats.addAll(List.of(new Block.Format()), "tests");
        ResultCache cache = cache(CachePolicy.LRU, COST, 10 * COST);
        try (CacheRun run = cache.begin()) {
            put(run, 1, 2);
            cache.forgetAll();
            assertThat(found(run, 1, 2)).containsExactly(false, false);
            assertThat(run.trace(key(2))).isEmpty();
            assertThat(cache.bytesOnDisk()).isZero();
            assertThat(cache.bytesInMemory()).isZero();
        }
    }

    @Test
    void a_saved_file_that_was_changed_or_deleted_since_is_noticed() throws IOException {
        ResultCache cache = cache(CachePolicy.LRU, COST, 0);
        Path file = Files.writeString(folder.resolve("picture.png"), "picture");
        try (CacheRun run = cache.begin()) {
            run.keep(Optional.of(key(1)), NodeOutputs.NONE, List.of(SavedFile.of(file)));
            assertThat(run.trace(key(1))).isPresent().get().isInstanceOfSatisfying(Trace.Given.class, given -> {
                assertThat(given.files()).hasSize(1).allMatch(SavedFile::unchanged);
            });
        }
        SavedFile saved = SavedFile.of(file);
        Files.writeString(file, "another one");
        assertThat(saved.unchanged()).isFalse();
        Files.delete(file);
        assertThat(saved.unchanged()).isFalse();
        assertThat(SavedFile.of(file).unchanged()).isFalse();
    }

    private ResultCache cache(CachePolicy policy, long memory, long disk) {
        return cache(policy, memory, disk, folder, new CallingThread());
    }

    private ResultCache cache(CachePolicy policy, long memory, long disk, Path place, ExecutorService writer) {
        return new ResultCache(new CacheSettings(policy, memory, disk), formats, place, writer);
    }

    private static Fingerprint key(int number) {
        return new Fingerprint(number, 0, 0, 0);
    }

    private static void put(CacheRun run, int... numbers) {
        for (int number : numbers) {
            run.keep(Optional.of(key(number)), Block.outputs(number, SIZE), List.of());
        }
    }

    private static List<Boolean> found(CacheRun run, Integer... numbers) {
        return Stream.of(numbers)
                .map(number -> run.find(key(number)).isPresent())
                .toList();
    }

    private static byte[] bytes(Optional<NodeOutputs> outputs) {
        Object value = outputs.orElseThrow().values().get("value");
        return value instanceof Block block ? block.bytes : new byte[0];
    }

    private void damage() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().length() == 64)
                    .toList()) {
                byte[] content = Files.readAllBytes(file);
                content[content.length / 2] ^= 1;
                Files.write(file, content);
            }
        }
    }

    private long left() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(each -> !each.equals(folder)).count();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
