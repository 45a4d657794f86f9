package dev.weft.models.metrics;

import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.ModelSession;
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
import org.jspecify.annotations.Nullable;

/// The models that score sets of pictures, each opened when it is first needed. Thread-safe.
public final class Judges implements AutoCloseable {
    private final JudgeFiles files;
    private final SessionFactory sessions;
    private @Nullable PictureJudge dino;
    private @Nullable PictureJudge clipPictures;
    private @Nullable TextJudge clipTexts;

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
        Similarity similarity = Similarity.of(dino().embed(pictures, stop));
        if (prompts.isEmpty()) {
            return new SetScore(similarity, Optional.empty());
        }
        Embeddings seen = clipPictures().embed(pictures, stop);
        return new SetScore(similarity, Optional.of(TextAlignment.of(prompts, seen, embedded(prompts, stop))));
    }

    /// Equal texts are computed once.
    private Embeddings embedded(List<String> texts, StopSignal stop) {
        Map<String, Integer> rowOf = new LinkedHashMap<>();
        int[] rows = new int[texts.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = rowOf.computeIfAbsent(texts.get(i), text -> rowOf.size());
        }
        return clipTexts().embed(List.copyOf(rowOf.keySet()), stop).select(rows);
    }

    private synchronized PictureJudge dino() {
        PictureJudge known = dino;
        if (known == null) {
            ModelSession session = open(files.dino().file());
            known = new PictureJudge(
                    session, EmbeddingOutput.ofDino(session), files.dino().preprocessing());
            dino = known;
        }
        return known;
    }

    private synchronized PictureJudge clipPictures() {
        PictureJudge known = clipPictures;
        if (known == null) {
            JudgeModel model = files.clipPictures().orElseThrow(this::noClip);
            ModelSession session = open(model.file());
            known = new PictureJudge(session, EmbeddingOutput.ofClipPictures(session), model.preprocessing());
            clipPictures = known;
        }
        return known;
    }

    private synchronized TextJudge clipTexts() {
        TextJudge known = clipTexts;
        if (known == null) {
            Path model = files.clipTexts().orElseThrow(this::noClip);
            Path folder = files.tokenizer().orElseThrow(this::noClip);
            try {
                ClipTokenizer tokenizer = ClipTokenizer.open(TokenizerFiles.read(folder, OptionalInt.empty()));
                known = new TextJudge(tokenizer, open(model), clipPictures().side());
            } catch (TokenizerException e) {
                throw new ModelException(String.valueOf(e.getMessage()), e);
            }
            clipTexts = known;
        }
        return known;
    }

    /// ONNX Runtime would explain a damaged file badly.
    private ModelSession open(Path model) {
        try {
            OnnxModel.read(model);
        } catch (InvalidModelException e) {
            throw new ModelException(String.valueOf(e.getMessage()), e);
        }
        return sessions.open(model);
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
