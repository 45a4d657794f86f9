package dev.weft.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultCachePropertyTest {
    private static final long MEMORY = 200_000;
    private static final long DISK = 400_000;
    private static final int KEYS = 12;

    /// @param kind 0 to keep, 1 to find, 2 to begin another run
    record Step(int kind, int key) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(0, 0, 0, 1, 1, 1, 1, 2),
                        Arbitraries.integers().between(0, KEYS - 1))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 60)
    void what_is_found_is_what_was_kept_and_no_budget_is_passed(
            @ForAll("steps") List<Step> steps, @ForAll CachePolicy policy) throws IOException {
        Path folder = Files.createTempDirectory("weft-cache");
        ResultCache cache = cache(policy, folder, new CallingThread());
        Set<Integer> kept = new HashSet<>();
        CacheRun run = cache.begin();
        for (Step step : steps) {
            switch (step.kind()) {
                case 0 -> {
                    keep(run, step.key());
                    kept.add(step.key());
                }
                case 1 -> {
                    Optional<byte[]> found = find(run, step.key());
                    assertThat(found.isEmpty() || kept.contains(step.key())).isTrue();
                    found.ifPresent(bytes -> assertThat(bytes).isEqualTo(block(step.key()).bytes));
                }
                default -> {
                    run.close();
                    run = cache.begin();
                }
            }
            assertThat(cache.bytesInMemory()).isLessThanOrEqualTo(MEMORY);
            assertThat(cache.bytesOnDisk()).isLessThanOrEqualTo(DISK).isEqualTo(sizeOfResults(folder));
        }
        run.close();
        cache.close();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
        Files.delete(folder);
    }

    @Test
    void many_threads_only_ever_find_what_was_kept(@TempDir Path folder)
            throws InterruptedException, ExecutionException {
        ResultCache cache = cache(CachePolicy.LRU, folder, Executors.newSingleThreadExecutor());
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                Random random = new Random(thread);
                all.add(threads.submit(() -> work(cache, random)));
            }
            int found = 0;
            for (Future<Integer> one : all) {
                found += one.get();
            }
            assertThat(found).isPositive();
        }
        assertThat(cache.bytesInMemory()).isLessThanOrEqualTo(MEMORY);
        cache.close();
        assertThat(folder).isEmptyDirectory();
    }

    private static int work(ResultCache cache, Random random) {
        int found = 0;
        try (CacheRun run = cache.begin()) {
            for (int i = 0; i < 400; i++) {
                int key = random.nextInt(KEYS);
                Optional<byte[]> bytes = find(run, key);
                if (bytes.isPresent()) {
                    assertThat(bytes.get()).isEqualTo(block(key).bytes);
                    found++;
                } else {
                    keep(run, key);
                }
                if (i % 150 == 149) {
                    cache.forgetAll();
                }
            }
        }
        return found;
    }

    private static ResultCache cache(CachePolicy policy, Path folder, ExecutorService writer) {
        ValueFormats formats = new ValueFormats();
        formats.addAll(List.of(new Block.Format()), "tests");
        return new ResultCache(new CacheSettings(policy, MEMORY, DISK), formats, folder, writer);
    }

    /// Sizes from next to nothing to more than memory takes.
    private static Block block(int key) {
        return new Block(key, key * 20_000);
    }

    private static void keep(CacheRun run, int key) {
        run.keep(Optional.of(new Fingerprint(key, 0, 0, 0)), Block.outputs(key, key * 20_000), List.of());
    }

    private static Optional<byte[]> find(CacheRun run, int key) {
        return run.find(new Fingerprint(key, 0, 0, 0))
                .map(outputs -> outputs.values().get("value") instanceof Block block ? block.bytes : new byte[0]);
    }

    private static long sizeOfResults(Path folder) throws IOException {
        long sum = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sum += Files.size(file);
            }
        }
        return sum;
    }
}
