package dev.weft.models.text;

import dev.weft.models.backend.ModelSession;
import dev.weft.models.backend.OpenedModel;
import dev.weft.models.backend.StopSignal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns prompts into a [Conditioning], with as many text encoders as the model has.
///
/// One encoder gives its last hidden state. Several give their last but one hidden states side by side, and the last
/// encoder's projected embedding as the pooled vector, as Stable Diffusion XL is built. Equal prompts are computed
/// once. Thread-safe.
///
/// Prompts may hold weights, `BREAK`, and more words than an encoder sees at once: `docs/prompts.md` says how they are
/// written and what comes of it.
public final class TextEncoder implements OpenedModel {
    private final List<EncoderStage> stages;

    /// Takes hold of the stages: closing this closes them.
    ///
    /// @param tokenizers one for each session
    /// @param sessions the encoders in the model's order, at least one
    /// @throws dev.weft.models.backend.ModelException if a session is not a text encoder
    public TextEncoder(List<ClipTokenizer> tokenizers, List<ModelSession> sessions) {
        if (sessions.isEmpty() || tokenizers.size() != sessions.size()) {
            throw new IllegalArgumentException(
                    "There are " + sessions.size() + " text encoders and " + tokenizers.size() + " tokenizers.");
        }
        boolean several = sessions.size() > 1;
        List<EncoderStage> opened = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            opened.add(new EncoderStage(tokenizers.get(i), sessions.get(i), several));
        }
        this.stages = List.copyOf(opened);
    }

    /// Encodes prompts, one row each, in their order.
    ///
    /// @throws IllegalArgumentException with a sentence for the user if there is none, or their lengths differ
    ///     so that they cannot be rows of one batch
    /// @throws dev.weft.models.backend.ModelException if a model fails
    /// @throws java.util.concurrent.CancellationException if stopped
    public Conditioning encode(List<String> prompts, StopSignal stop) {
        if (prompts.isEmpty()) {
            throw new IllegalArgumentException("There is no prompt to encode; give at least an empty one.");
        }
        Map<String, Integer> rowOf = new LinkedHashMap<>();
        int[] rows = new int[prompts.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = rowOf.computeIfAbsent(prompts.get(i), prompt -> rowOf.size());
        }
        List<List<PromptPart>> distinct =
                rowOf.keySet().stream().map(PromptSyntax::parse).toList();
        Conditioning all = stages.getFirst().encode(distinct, stop);
        for (EncoderStage stage : stages.subList(1, stages.size())) {
            all = beside(all, stage.encode(distinct, stop));
        }
        return all.select(rows);
    }

    private static Conditioning beside(Conditioning left, Conditioning right) {
        int width = left.width() + right.width();
        // Tokenizers that differ may need another number of chunks; ComfyUI leaves out what is beyond the shorter one.
        int tokens = Math.min(left.tokens(), right.tokens());
        float[] states = new float[left.rows() * tokens * width];
        for (int row = 0; row < left.rows(); row++) {
            for (int token = 0; token < tokens; token++) {
                int target = (row * tokens + token) * width;
                copyToken(left, row, token, states, target);
                copyToken(right, row, token, states, target + left.width());
            }
        }
        Optional<Pooled> pooled = right.pooled().or(left::pooled);
        return new Conditioning(left.rows(), tokens, width, states, pooled);
    }

    private static void copyToken(Conditioning from, int row, int token, float[] states, int target) {
        int start = (row * from.tokens() + token) * from.width();
        System.arraycopy(from.hiddenStates(), start, states, target, from.width());
    }

    /// The ids that the encoder numbered `stage` sees for a prompt.
    public long[] tokenIds(int stage, String prompt) {
        return stages.get(stage).tokenizer().encode(prompt);
    }

    @Override
    public long workingBytes() {
        return 0;
    }

    @Override
    public void close() {
        stages.forEach(EncoderStage::close);
    }
}
