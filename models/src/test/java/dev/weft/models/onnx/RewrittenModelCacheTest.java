package dev.weft.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.onnx.proto.OnnxProto.ModelProto;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewrittenModelCacheTest {
    private static final long AMPLE = 100 << 20;

    @TempDir
    private Path folder;

    private final AtomicInteger opened = new AtomicInteger();
    private OnnxModel model;
    private Path cache;

    @BeforeEach
    void writeModel() throws IOException {
        model = new OneLayerModel().write(folder.resolve("model.onnx"), 17);
        cache = folder.resolve("cache");
    }

    @Test
    void a_model_is_checked_once_and_then_comes_from_the_folder() throws Exception {
        RewrittenModel made = get(AMPLE, UNetStructure.plain());
        int sessions = opened.get();

        RewrittenModel kept = get(AMPLE, UNetStructure.plain());

        assertThat(sessions).isEqualTo(2);
        assertThat(opened).hasValue(sessions);
        assertThat(kept.bytes()).isEqualTo(made.bytes());
        assertThat(kept.inputs()).isEqualTo(made.inputs());
        assertThat(kept.outputs()).isEqualTo(made.outputs());
        assertThat(kept.selfAttentionLayers()).isEqualTo(1);
    }

    @Test
    void each_structure_has_its_own_entry() throws Exception {
        UNetStructure shared = new UNetStructure(true, true, true, false, false, false, true, true);

        assertThat(get(AMPLE, UNetStructure.plain()).inputs()).hasSize(1);
        assertThat(get(AMPLE, shared).inputs())
                .extracting(TensorInfo::name)
                .containsExactly("tokens", "reference_index", "style_scale", "style_shift");
        assertThat(get(AMPLE, shared).inputs())
                .isEqualTo(UNetRewriter.rewrite(model, shared).inputs());
        assertThat(opened).hasValue(4);
    }

    @Test
    void a_copy_of_the_model_elsewhere_is_the_same_model() throws Exception {
        get(AMPLE, UNetStructure.plain());
        model = OnnxModel.read(Files.copy(model.file(), folder.resolve("copy.onnx")));

        get(AMPLE, UNetStructure.plain());

        assertThat(opened).hasValue(2);
    }

    @Test
    void a_changed_model_is_checked_again() throws Exception {
        get(AMPLE, UNetStructure.plain());
        model = new OneLayerModel().write(folder.resolve("model.onnx"), 14);
        Files.setLastModifiedTime(model.file(), FileTime.from(Instant.now().plusSeconds(5)));
        model = OnnxModel.read(model.file());

        get(AMPLE, UNetStructure.plain());

        assertThat(opened).hasValue(4);
    }

    @Test
    void a_damaged_entry_is_made_anew() throws Exception {
        RewrittenModel made = get(AMPLE, UNetStructure.plain());
        Path entry = entries().getFirst();
        try (RandomAccessFile file = new RandomAccessFile(entry.toFile(), "rw")) {
            file.seek(file.length() / 2);
            file.write(new byte[] {1, 2, 3, 4, 5});
        }

        assertThat(get(AMPLE, UNetStructure.plain()).bytes()).isEqualTo(made.bytes());
        Files.write(entry, new byte[3]);
        assertThat(get(AMPLE, UNetStructure.plain()).bytes()).isEqualTo(made.bytes());
        assertThat(opened).hasValue(6);
        get(AMPLE, UNetStructure.plain());
        assertThat(opened).hasValue(6);
    }

    @Test
    void the_entry_used_longest_ago_makes_room() throws Exception {
        long budget = get(AMPLE, UNetStructure.plain()).bytes().length * 5L / 2;
        Path oldest = entries().getFirst();
        Files.setLastModifiedTime(oldest, FileTime.from(Instant.EPOCH));

        get(budget, new UNetStructure(false, false, false, false, false, true, false, false));
        get(budget, new UNetStructure(false, false, false, true, false, false, false, false));

        assertThat(oldest).doesNotExist();
        try (Stream<Path> files = Files.list(cache)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThanOrEqualTo(budget);
        }
    }

    @Test
    void a_folder_that_cannot_be_written_only_means_that_nothing_is_kept() throws Exception {
        Files.writeString(cache, "a file where the folder should be");

        assertThatCode(() -> get(AMPLE, UNetStructure.plain())).doesNotThrowAnyException();
        get(AMPLE, UNetStructure.plain());
        assertThat(opened).hasValue(4);
    }

    @Test
    void several_users_at_once_do_not_disturb_each_other() throws Exception {
        byte[] expected = UNetRewriter.rewrite(model, UNetStructure.plain()).bytes();
        Callable<byte[]> user = () -> get(AMPLE, UNetStructure.plain()).bytes();
        try (ExecutorService users = Executors.newFixedThreadPool(4)) {
            for (Future<byte[]> result : users.invokeAll(List.of(user, user, user, user))) {
                assertThat(result.get()).isEqualTo(expected);
            }
        }
        try (Stream<Path> files = Files.list(cache)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".unfinished"));
        }
    }

    @Test
    void a_rewrite_that_computes_something_else_is_refused() throws Exception {
        OnnxModel other = OnnxModel.read(Path.of("target/fixtures/sd15-static-tiny/unet/model.onnx"));
        RewrittenModel right = UNetRewriter.rewrite(other, UNetStructure.plain());
        byte[] wrong = withDoubledScale(right.bytes());
        RewrittenModel broken = new RewrittenModel(
                wrong, right.externalFolder(), right.structure(), 4, right.inputs(), right.outputs());

        assertThatCode(() -> SelfCheck.check(other, right, this::open, StopSignal.never()))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(InvalidModelException.class)
                .isThrownBy(() -> SelfCheck.check(other, broken, this::open, StopSignal.never()))
                .withMessageContaining("computes something else")
                .withMessageContaining(other.file().toString());
    }

    /// The same model with every attention twice as sharp.
    private static byte[] withDoubledScale(byte[] model) throws IOException {
        ModelProto.Builder builder = ModelProto.parseFrom(model).toBuilder();
        builder.getGraphBuilder().getNodeBuilderList().stream()
                .flatMap(node -> node.getAttributeBuilderList().stream())
                .filter(attribute -> attribute.getName().equals("scale"))
                .forEach(attribute -> attribute.setF(2 * attribute.getF()));
        return builder.build().toByteArray();
    }

    private RewrittenModel get(long budget, UNetStructure structure) throws IOException, OrtException {
        return new RewrittenModelCache(cache, budget).get(model, structure, this::open);
    }

    private OrtSession open(byte[] bytes, Optional<Path> externalFolder) throws OrtException {
        opened.incrementAndGet();
        return UNetCall.open(bytes, externalFolder);
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> file.toString().endsWith(".unet")).toList();
        }
    }
}
