package dev.weft.models.metrics;

import dev.weft.models.backend.KeptModel;
import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.ModelSession;
import dev.weft.models.backend.OpenedModel;
import dev.weft.models.backend.SessionFactory;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.onnx.InvalidModelException;
import dev.weft.models.onnx.OnnxModel;
import dev.weft.models.text.ClipTokenizer;
import dev.weft.models.text.TokenizerException;
import dev.weft.models.text.TokenizerFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The models that score sets of pictures, each opened when it is used and open as long as there is memory for it.
/// Thread-safe.
public final class Judges implements AutoCloseable {
    private final JudgeFiles files;
    private final SessionFactory sessions;
    private @Nullable KeptModel<PictureJudge> dino;
    private @Nullable KeptModel<PictureJudge> clipPictures;
    private @Nullable KeptModel<TextJudge> clipTexts;

    Judges(JudgeFiles files, SessionFactory sessions) {
        this.files = files;
        this.sessions = sessions;
    }

    /// The folder that the models lie in.
    public Path folder() {
        return files.folder();
    }

    /// Whether texts can be compared with pictures.
    public boolean readTexts() {
        return files.clipTexts().isPresent();
    }

    /// Scores one set.
    ///
    /// @param pictures the set, in batches of any size and number; at least two pictures in all. It is gone through
    ///     once, and again if there are prompts; only a few pictures are held at a time
    /// @param prompts the text that each picture is compared with; empty to leave that out
    /// @throws IllegalArgumentException if there are fewer than two pictures, or another number of prompts
    /// @throws ModelException if a model cannot be opened or run, or prompts are given but there is no CLIP
    /// @throws java.util.concurrent.CancellationException if stopped
    public SetScore score(Iterable<ImageBatch> pictures, List<String> prompts, StopSignal stop) {
        Similarity similarity = Similarity.of(dino().use(stop, judge -> judge.embed(pictures, stop)));
        if (prompts.isEmpty()) {
            return new SetScore(similarity, Optional.empty());
        }
        Embeddings seen = clipPictures().use(stop, judge -> judge.embed(pictures, stop));
        return new SetScore(similarity, Optional.of(TextAlignment.of(prompts, seen, embedded(prompts, stop))));
    }

    /// Equal texts are computed once.
    private Embeddings embedded(List<String> texts, StopSignal stop) {
        Map<String, Integer> rowOf = new LinkedHashMap<>();
        int[] rows = new int[texts.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = rowOf.computeIfAbsent(texts.get(i), text -> rowOf.size());
        }
        List<String> distinct = List.copyOf(rowOf.keySet());
        return clipTexts(stop).use(stop, judge -> judge.embed(distinct, stop)).select(rows);
    }

    private synchronized KeptModel<PictureJudge> dino() {
        KeptModel<PictureJudge> known = dino;
        if (known == null) {
            known = kept(
                    files.dino().file(),
                    session -> new PictureJudge(
                            session,
                            EmbeddingOutput.ofDino(session),
                            files.dino().preprocessing()));
            dino = known;
        }
        return known;
    }

    private synchronized KeptModel<PictureJudge> clipPictures() {
        KeptModel<PictureJudge> known = clipPictures;
        if (known == null) {
            JudgeModel model = files.clipPictures().orElseThrow(this::noClip);
            known = kept(
                    model.file(),
                    session ->
                            new PictureJudge(session, EmbeddingOutput.ofClipPictures(session), model.preprocessing()));
            clipPictures = known;
        }
        return known;
    }

    private KeptModel<TextJudge> clipTexts(StopSignal stop) {
        int side = clipPictures().use(stop, PictureJudge::side);
        synchronized (this) {
            KeptModel<TextJudge> known = clipTexts;
            if (known == null) {
                Path model = files.clipTexts().orElseThrow(this::noClip);
                Path folder = files.tokenizer().orElseThrow(this::noClip);
                known = kept(model, session -> textJudge(folder, session, side));
                clipTexts = known;
            }
            return known;
        }
    }

    private static TextJudge textJudge(Path folder, ModelSession session, int side) {
        try {
            ClipTokenizer tokenizer = ClipTokenizer.open(TokenizerFiles.read(folder, OptionalInt.empty()));
            try {
                return new TextJudge(tokenizer, session, side);
            } catch (RuntimeException | Error e) {
                tokenizer.close();
                throw e;
            }
        } catch (TokenizerException e) {
            throw new ModelException(String.valueOf(e.getMessage()), e);
        }
    }

    private <T extends OpenedModel> KeptModel<T> kept(Path file, Function<ModelSession, T> made) {
        try {
            // ONNX Runtime would explain a damaged file badly.
            OnnxModel model = OnnxModel.read(file);
            return sessions.keep(
                    file.toString(),
                    model.weightBytes(sessions.onProcessor()),
                    _ -> sessions.open(file).into(made));
        } catch (InvalidModelException e) {
            throw new ModelException(String.valueOf(e.getMessage()), e);
        }
    }

    private ModelException noClip() {
        return new ModelException("The folder " + files.folder()
                + " holds no CLIP to compare pictures with prompts; put a folder clip with a published CLIP there, or"
                + " score without prompts.");
    }

    @Override
    public synchronized void close() {
        if (dino != null) {
            dino.close();
        }
        if (clipPictures != null) {
            clipPictures.close();
        }
        if (clipTexts != null) {
            clipTexts.close();
        }
    }
}
