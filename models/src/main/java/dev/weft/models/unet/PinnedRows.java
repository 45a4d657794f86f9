package dev.weft.models.unet;

import dev.weft.models.sampling.Moment;
import dev.weft.models.style.Style;
import dev.weft.models.style.StyleReference;
import dev.weft.models.text.Conditioning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Which rows of a run follow a style's references in place of the sampler.
///
/// The first reference may take the place of one picture, as in the authors' code: the network then sees the
/// recorded latent in that row, with the row's own prompt, and the picture ends as the reference. All other
/// references stand beside the batch, behind its rows, with the prompts that they were recorded with; the
/// sampler never sees them.
public final class PinnedRows {
    private final int batch;
    private final Optional<StyleReference> included;
    private final int includedRow;
    private final List<StyleReference> beside;

    private PinnedRows(int batch, Optional<StyleReference> included, int includedRow, List<StyleReference> beside) {
        this.batch = batch;
        this.included = included;
        this.includedRow = includedRow;
        this.beside = List.copyOf(beside);
    }

    /// Every row is the sampler's.
    ///
    /// @param batch number of pictures
    public static PinnedRows none(int batch) {
        return new PinnedRows(batch, Optional.empty(), 0, List.of());
    }

    /// The rows of a style.
    ///
    /// @param batch number of pictures
    /// @param includedRow the picture, counted from 0, whose place the first reference takes; empty puts all
    ///     beside
    /// @throws IllegalArgumentException with a sentence for the user if there is no such picture
    public static PinnedRows of(Style style, int batch, OptionalInt includedRow) {
        List<StyleReference> references = style.references();
        if (includedRow.isEmpty()) {
            return new PinnedRows(batch, Optional.empty(), 0, references);
        }
        int row = includedRow.getAsInt();
        if (row < 0 || row >= batch) {
            throw new IllegalArgumentException(
                    "reference_index is " + row + ", but the batch has the rows 0 to " + (batch - 1) + ".");
        }
        return new PinnedRows(batch, Optional.of(references.getFirst()), row, references.subList(1, references.size()));
    }

    /// How many pictures are drawn.
    int batch() {
        return batch;
    }

    /// How many rows the network sees: the pictures and what stands beside them.
    public int rows() {
        return batch + beside.size();
    }

    /// The rows that others take their style from, with their weights: the style's references if there is a
    /// style.
    ///
    /// @param own the references of a run without a style
    List<Reference> references(List<Reference> own) {
        List<Reference> references = new ArrayList<>();
        included.ifPresent(reference -> references.add(new Reference(includedRow, reference.weight())));
        for (int i = 0; i < beside.size(); i++) {
            references.add(new Reference(batch + i, beside.get(i).weight()));
        }
        return references.isEmpty() ? own : List.copyOf(references);
    }

    /// The prompts of all rows.
    Guidance guidance(Guidance own) {
        if (beside.isEmpty()) {
            return own;
        }
        Conditioning positive = own.positive().spread(batch);
        Conditioning negative = own.negative().spread(batch);
        for (StyleReference reference : beside) {
            positive = positive.then(reference.positive());
            negative = negative.then(reference.negative());
        }
        return new Guidance(own.scale(), positive, negative);
    }

    /// What the network is given: the sampler's rows, with the pinned ones in place.
    ///
    /// @param sample `[batch, channels, height, width]`
    /// @return `[rows, channels, height, width]`; `sample` itself where nothing is pinned
    float[] input(float[] sample, Moment moment) {
        if (included.isEmpty() && beside.isEmpty()) {
            return sample;
        }
        int size = sample.length / batch;
        float[] all = new float[rows() * size];
        System.arraycopy(sample, 0, all, 0, sample.length);
        included.ifPresent(reference -> reference.trajectory().copyInput(moment, all, includedRow * size));
        for (int i = 0; i < beside.size(); i++) {
            beside.get(i).trajectory().copyInput(moment, all, (batch + i) * size);
        }
        return all;
    }

    /// The finished latents, with the picture that is pinned ended as its reference did.
    ///
    /// @param result `[batch, channels, height, width]`; written to
    public void settle(float[] result) {
        included.ifPresent(reference -> reference.trajectory().copyEnd(result, includedRow * (result.length / batch)));
    }
}
