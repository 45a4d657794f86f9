package dev.weft.editor.gallery;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.ImageFile;
import dev.weft.models.metrics.JudgeLibrary;
import dev.weft.models.metrics.Judges;
import dev.weft.models.metrics.SetScore;
import dev.weft.models.metrics.Similarity;
import dev.weft.runtime.WeftRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Measures how alike in style the pictures of a set are, with the judges of the starter model, as the node
/// Style Score
/// does.
@Singleton
class SetMeter {
    private static final String JUDGES = "starter";

    private final JudgeLibrary library;

    @Inject
    SetMeter(WeftRuntime runtime) {
        this.library =
                new JudgeLibrary(runtime.settings().backend(), runtime.folders().models());
    }

    /// Measures one set. What stands in a prompt after its first comma is about style and does not count.
    ///
    /// @param prompts what the pictures show, one for each; otherwise they are not compared with prompts
    /// @throws IOException in one sentence if there are no judges or a picture can't be read
    SetScores measure(List<Path> files, List<String> prompts) throws IOException {
        Judges judges = library.open(JUDGES);
        List<ImageBatch> pictures = new ArrayList<>();
        for (Path file : files) {
            pictures.add(ImageFile.read(file));
        }
        List<String> subjects = prompts.size() == files.size() && judges.readTexts()
                ? prompts.stream()
                        .map(prompt -> prompt.replaceFirst(",.*", "").strip())
                        .toList()
                : List.of();
        SetScore score = judges.score(pictures, subjects, StopSignal.never());
        return scores(score);
    }

    private static SetScores scores(SetScore score) {
        Similarity similarity = score.consistency();
        List<List<Double>> cosines = new ArrayList<>();
        for (int row = 0; row < similarity.count(); row++) {
            List<Double> values = new ArrayList<>();
            for (int column = 0; column < similarity.count(); column++) {
                values.add(similarity.at(row, column));
            }
            cosines.add(values);
        }
        return new SetScores(
                similarity.mean(),
                score.alignment().isPresent()
                        ? OptionalDouble.of(score.alignment().get().mean())
                        : OptionalDouble.empty(),
                cosines);
    }
}
