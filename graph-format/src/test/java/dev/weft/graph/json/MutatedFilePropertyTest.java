package dev.weft.graph.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Damaged files in every build: the corpus of [WorkflowReaderFuzzTest] with bytes changed, cut out, doubled
/// and mixed.
class MutatedFilePropertyTest {
    private static final List<byte[]> CORPUS = corpus();

    private static List<byte[]> corpus() {
        Path folder = Path.of("src/test/resources/dev/weft/graph/json/WorkflowReaderFuzzTestInputs");
        try (Stream<Path> files = Files.walk(folder)) {
            List<byte[]> corpus = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                corpus.add(Files.readAllBytes(file));
            }
            return corpus;
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Property(tries = 5000)
    void a_damaged_file_is_read_or_refused_and_never_half_understood(@ForAll long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        byte[] file = any(random).clone();
        int damages = 1 + random.nextInt(4);
        for (int i = 0; i < damages; i++) {
            file = damaged(file, random);
        }

        new WorkflowReaderFuzzTest().a_file_is_read_or_refused_and_never_half_understood(file);
    }

    private static byte[] any(RandomGenerator random) {
        return CORPUS.get(random.nextInt(CORPUS.size()));
    }

    private static byte[] damaged(byte[] file, RandomGenerator random) {
        if (file.length == 0) {
            return any(random).clone();
        }
        int from = random.nextInt(file.length);
        int to = Math.min(file.length, from + random.nextInt(1 + Math.min(64, file.length)));
        return switch (random.nextInt(5)) {
            case 0 -> {
                file[from] = (byte) random.nextInt(256);
                yield file;
            }
            case 1 -> {
                file[from] = (byte) "{}[]\",:\\0e.-u".charAt(random.nextInt(13));
                yield file;
            }
            case 2 -> joined(file, 0, from, file, to, file.length);
            case 3 -> joined(file, 0, to, file, from, file.length);
            default -> {
                byte[] other = any(random);
                yield joined(file, 0, from, other, random.nextInt(1 + other.length), other.length);
            }
        };
    }

    private static byte[] joined(byte[] first, int from, int to, byte[] second, int secondFrom, int secondTo) {
        byte[] joined = new byte[to - from + secondTo - secondFrom];
        System.arraycopy(first, from, joined, 0, to - from);
        System.arraycopy(second, secondFrom, joined, to - from, secondTo - secondFrom);
        return joined;
    }
}
