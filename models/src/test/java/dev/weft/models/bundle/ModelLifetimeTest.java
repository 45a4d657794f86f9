package dev.weft.models.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.MemoryBudget;
import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.control.ControlNet;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.text.Conditioning;
import dev.weft.models.unet.Reference;
import dev.weft.models.unet.Sharing;
import dev.weft.models.unet.StyleAlignment;
import dev.weft.models.unet.UNet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tiny bundles of several exporters under many users and too little memory.
@Timeout(300)
class ModelLifetimeTest {
    private static final Path FIXTURES = Path.of("target/fixtures");
    private static final List<String> BUNDLES = List.of("sd15-external-tiny", "sd15-fp16-tiny", "sd15-controlled-tiny");
    private static final int USERS = 6;
    private static final int CALLS = 12;
    private static final StopSignal NEVER = StopSignal.never();

    @TempDir
    Path folder;

    private static BackendSettings cpu(MemoryBudget budget) {
        return BackendSettings.of(BackendChoice.parse("cpu")).withThreads(1).withModelMemory(budget);
    }

    private ModelLibrary library(BackendSettings settings, Path models) {
        return new ModelLibrary(settings, new BundleCatalog(List.of(models)), folder.resolve("cache"));
    }

    /// What can be asked of a bundle; each always gives the same numbers.
    private static List<Supplier<float[]>> calls(LoadedModels models) {
        Conditioning text = encoded(models);
        ImageBatch picture = new ImageBatch(1, 64, 64, numbers(3 * 64 * 64));
        return List.of(
                () -> encoded(models).hiddenStates(),
                () -> models.vaeDecoder()
                        .use(NEVER, decoder -> decoder.decode(numbers(4 * 64), 1, 8, 8, NEVER))
                        .rgb(),
                () -> models.vaeEncoder().use(NEVER, encoder -> encoder.encode(picture, NEVER)),
                () -> predicted(models, text, Sharing.plain()),
                () -> predicted(
                        models, text, Sharing.within(StyleAlignment.defaults(), 1, 2, List.of(Reference.of(0)))));
    }

    private static Conditioning encoded(LoadedModels models) {
        return models.textEncoder().use(NEVER, encoder -> encoder.encode(List.of("a house", "a tree"), NEVER));
    }

    private static float[] predicted(LoadedModels models, Conditioning text, Sharing sharing) {
        return predicted(models.unet(), text, sharing);
    }

    private static float[] predicted(UNet unet, Conditioning text, Sharing sharing) {
        return unet.predict(numbers(2 * 4 * 64), 2, 8, 8, 501, text, sharing, NEVER);
    }

    private static float[] numbers(int count) {
        float[] numbers = new float[count];
        IntStream.range(0, count).forEach(index -> numbers[index] = (index * 31 % 97) / 97f);
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1L << 40})
    void users_of_all_models_at_once_never_see_a_closed_one(long budget) throws Exception {
        BackendSettings settings = cpu(new MemoryBudget.Bytes(budget));
        try (ModelLibrary library = library(settings, FIXTURES);
                ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Supplier<float[]>> calls = new ArrayList<>();
            for (String bundle : BUNDLES) {
                calls.addAll(calls(library.open(bundle)));
            }
            List<float[]> expected = calls.stream().map(Supplier::get).toList();
            CountDownLatch done = new CountDownLatch(USERS);
            List<Future<Boolean>> users = IntStream.range(0, USERS)
                    .mapToObj(user -> threads.submit(user(calls, expected, new Random(user), done)))
                    .toList();
            long freed = 0;
            while (!done.await(1, TimeUnit.MILLISECONDS)) {
                freed += settings.memory().free();
            }
            for (Future<Boolean> user : users) {
                assertThat(user.get()).isTrue();
            }
            assertThat(freed).isPositive();
            library.free();
            assertThat(settings.memory().bytes()).isZero();
        }
    }

    private static Callable<Boolean> user(
            List<Supplier<float[]>> calls, List<float[]> expected, Random random, CountDownLatch done) {
        return () -> {
            try {
                for (int count = 0; count < CALLS; count++) {
                    int call = random.nextInt(calls.size());
                    assertThat(Arrays.equals(calls.get(call).get(), expected.get(call)))
                            .as("call %d", call)
                            .isTrue();
                }
                return true;
            } finally {
                done.countDown();
            }
        };
    }

    @Test
    void models_take_no_more_than_they_were_given_where_that_holds_the_largest() throws IOException {
        long budget = 8L << 20;
        BackendSettings settings = cpu(new MemoryBudget.Bytes(budget));
        try (ModelLibrary library = library(settings, FIXTURES)) {
            for (String bundle : BUNDLES) {
                for (Supplier<float[]> call : calls(library.open(bundle))) {
                    assertThat(call.get()).isNotEmpty();
                    assertThat(settings.memory().bytes()).isPositive().isLessThanOrEqualTo(budget);
                }
            }
        }
        assertThat(settings.memory().count()).isZero();
    }

    private Path copied(String bundle) throws IOException {
        Path models = folder.resolve("models");
        Path target = models.resolve("copy");
        try (Stream<Path> files = Files.walk(FIXTURES.resolve(bundle))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path place =
                        target.resolve(FIXTURES.resolve(bundle).relativize(file).toString());
                Files.createDirectories(place.getParent());
                Files.copy(file, place);
            }
        }
        return models;
    }

    private static void replace(Path models, String part, String bundle) throws IOException {
        Path file = models.resolve("copy").resolve(part);
        Path other = models.resolve("replacement");
        Files.copy(FIXTURES.resolve(bundle).resolve(part), other);
        Files.delete(file);
        Files.move(other, file);
    }

    @Test
    void a_replaced_unet_is_read_again_and_never_mixed_with_the_old_one() throws IOException {
        Path models = copied("sd15-static-tiny");
        try (ModelLibrary library = library(cpu(new MemoryBudget.Automatic()), models)) {
            LoadedModels before = library.open("copy");
            assertThat(library.open("copy")).isSameAs(before);
            String marker = library.marker("copy");
            assertThat(library.marker("copy")).isNotEmpty().isEqualTo(marker);
            Conditioning text = encoded(before);
            UNet old = before.unet();
            float[] drawn = predicted(old, text, Sharing.plain());
            String identity = old.identity();
            replace(models, "unet/model.onnx", "sd15-controlled-tiny");
            assertThat(predicted(old, text, Sharing.plain())).isEqualTo(drawn);
            assertThat(library.marker("copy")).isNotEqualTo(marker);
            LoadedModels after = library.open("copy");
            assertThat(after).isNotSameAs(before);
            assertThat(after.unet().identity()).isNotEqualTo(identity);
            assertThatThrownBy(() -> predicted(old, text, Sharing.plain()))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("unet/model.onnx was replaced or removed after it had been loaded")
                    .hasMessageEndingWith("; run the workflow again.");
        }
    }

    @Test
    void a_replaced_controlnet_is_read_again() throws IOException {
        Path models = copied("sd15-controlled-tiny");
        Path file = models.resolve("copy/controlnet/model.onnx");
        try (ModelLibrary library = library(cpu(new MemoryBudget.Automatic()), models)) {
            ControlNet before = library.controlNet("net", file);
            assertThat(library.controlNet("net", file)).isSameAs(before);
            Files.write(file, new byte[] {0}, StandardOpenOption.APPEND);
            assertThatThrownBy(() -> library.controlNet("net", file)).isInstanceOf(BundleException.class);
            Files.copy(
                    FIXTURES.resolve("sd15-controlled-tiny/controlnet/model.onnx"),
                    file,
                    StandardCopyOption.REPLACE_EXISTING);
            assertThat(library.controlNet("net", file)).isNotSameAs(before);
        }
    }

    @Test
    void cancelling_does_not_wait_for_a_model_to_open() throws Exception {
        Path models = copied("sd15-legacy-tiny");
        try (ModelLibrary library = library(cpu(new MemoryBudget.Automatic()), models)) {
            LoadedModels loaded = library.open("copy");
            Conditioning text = encoded(loaded);
            StopSignal stop = new StopSignal();
            stop.stop();
            assertThatThrownBy(() -> loaded.unet().predict(numbers(512), 2, 8, 8, 501, text, Sharing.plain(), stop))
                    .isInstanceOf(CancellationException.class);
            assertThat(predicted(loaded, text, Sharing.plain())).hasSize(512);
        }
    }
}
