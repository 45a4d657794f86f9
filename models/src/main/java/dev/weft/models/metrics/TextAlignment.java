package dev.weft.models.metrics;

import java.util.ArrayList;
import java.util.List;

/// How well each picture of a set fits its own prompt: the cosine of the picture's and the text's CLIP embedding.
///
/// @param texts what each picture was compared with
/// @param cosines one for each picture, -1 … 1
/// @param recognised for each picture, whether no other prompt of the set fits it better than its own
public record TextAlignment(List<String> texts, List<Double> cosines, List<Boolean> recognised) {
    public TextAlignment {
        texts = List.copyOf(texts);
        cosines = List.copyOf(cosines);
        recognised = List.copyOf(recognised);
    }

    /// Compares each picture with the text of its row, and with those of the others.
    ///
    /// @param texts one for each row
    /// @throws IllegalArgumentException if there are not as many texts as pictures, or the embeddings are of
    ///     different models
    static TextAlignment of(List<String> texts, Embeddings pictures, Embeddings prompts) {
        if (texts.size() != pictures.rows() || prompts.rows() != pictures.rows()) {
            throw new IllegalArgumentException("There are " + texts.size() + " prompts for " + pictures.rows()
                    + " pictures; give one for each, or one for all.");
        }
        List<Double> cosines = new ArrayList<>();
        List<Boolean> recognised = new ArrayList<>();
        for (int row = 0; row < texts.size(); row++) {
            double own = pictures.cosine(row, prompts, row);
            boolean best = true;
            for (int other = 0; other < texts.size(); other++) {
                best &= pictures.cosine(row, prompts, other) <= own
                        || texts.get(other).equals(texts.get(row));
            }
            cosines.add(own);
            recognised.add(best);
        }
        return new TextAlignment(texts, cosines, recognised);
    }

    /// The mean over all pictures: the text alignment of the StyleAligned paper (arXiv 2312.02133, section 5.1).
    public double mean() {
        return cosines.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /// How many pictures fit their own prompt best.
    public long recognisedCount() {
        return recognised.stream().filter(Boolean::booleanValue).count();
    }
}
