package dev.weft.models.text;

import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.ModelInput;
import dev.weft.models.backend.ModelOutput;
import dev.weft.models.backend.ModelPort;
import dev.weft.models.backend.ModelSession;
import dev.weft.models.backend.StopSignal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// One tokenizer with its text encoder, whose inputs and outputs are found by role.
final class EncoderStage implements AutoCloseable {
    private static final List<String> LAST = List.of("last_hidden_state", "text_embeddings");
    private static final List<String> POOLED = List.of("text_embeds", "pooler_output");
    private static final String LAYER = "hidden_states.";
    /// A hundred prompts in one call would take more memory than drawing their pictures does.
    private static final int ROWS_PER_CALL = 16;

    private final ClipTokenizer tokenizer;
    private final ModelSession session;
    private final ModelPort ids;
    private final Optional<ModelPort> mask;
    private final String states;
    private final Optional<String> pooled;

    EncoderStage(ClipTokenizer tokenizer, ModelSession session, boolean lastButOne) {
        this.tokenizer = tokenizer;
        this.session = session;
        this.ids = ids(session);
        this.mask = Optional.ofNullable(session.inputs().get("attention_mask"));
        this.states = lastButOne ? lastButOne(session) : last(session);
        this.pooled = POOLED.stream().filter(session.outputs()::containsKey).findFirst();
        if (ids.fixed(1).orElse(tokenizer.length()) != tokenizer.length()) {
            throw new ModelException("The text encoder " + session.name() + " takes exactly "
                    + ids.fixed(1).getAsLong() + " tokens, but its tokenizer makes " + tokenizer.length()
                    + "; copy the tokenizer that belongs to this model.");
        }
    }

    private static ModelPort ids(ModelSession session) {
        ModelPort named = session.inputs().get("input_ids");
        if (named != null) {
            return named;
        }
        Collection<ModelPort> inputs = session.inputs().values();
        if (inputs.size() == 1 && inputs.iterator().next().rank() == 2) {
            return inputs.iterator().next();
        }
        throw new ModelException("The model " + session.name() + " has no input input_ids, so it is no text encoder;"
                + " check that the bundle's folders hold the models they are named after.");
    }

    private static String last(ModelSession session) {
        for (String name : LAST) {
            if (session.outputs().containsKey(name)) {
                return name;
            }
        }
        for (ModelPort output : session.outputs().values()) {
            if (output.rank() == 3) {
                return output.name();
            }
        }
        throw new ModelException("The model " + session.name() + " has no output last_hidden_state, so it is no text"
                + " encoder; check that the bundle's folders hold the models they are named after.");
    }

    private static String lastButOne(ModelSession session) {
        TreeMap<Integer, String> layers = new TreeMap<>();
        for (String name : session.outputs().keySet()) {
            if (name.startsWith(LAYER) && name.substring(LAYER.length()).matches("\\d{1,4}")) {
                layers.put(Integer.valueOf(name.substring(LAYER.length())), name);
            }
        }
        if (layers.size() < 2) {
            throw new ModelException("The text encoder " + session.name() + " does not give its hidden states, which a"
                    + " model with two text encoders needs; export it with output_hidden_states.");
        }
        return layers.lowerEntry(layers.lastKey()).getValue();
    }

    ClipTokenizer tokenizer() {
        return tokenizer;
    }

    /// Encodes prompts of any length, one row each.
    ///
    /// @throws IllegalArgumentException with a sentence for the user if their lengths do not go together
    Conditioning encode(List<List<PromptPart>> prompts, StopSignal stop) {
        ChunkedPrompts chunked = new ChunkedPrompts(
                prompts.stream()
                        .map(prompt -> ChunkLayout.of(prompt, tokenizer))
                        .toList(),
                tokenizer.encode(""));
        return chunked.join(encodeRows(chunked.rows(), stop));
    }

    /// Encodes rows of ids, in as many calls as memory or the model's fixed number of rows asks for.
    private Conditioning encodeRows(List<long[]> rows, StopSignal stop) {
        int perCall = Math.toIntExact(ids.fixed(0).orElse(Math.min(rows.size(), ROWS_PER_CALL)));
        List<Conditioning> parts = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += perCall) {
            parts.add(call(rows.subList(from, Math.min(rows.size(), from + perCall)), perCall, stop));
        }
        return Conditioning.of(parts);
    }

    private Conditioning call(List<long[]> wantedRows, int rows, StopSignal stop) {
        int length = tokenizer.length();
        long[] batch = new long[rows * length];
        for (int row = 0; row < rows; row++) {
            long[] encoded = wantedRows.get(Math.min(row, wantedRows.size() - 1));
            System.arraycopy(encoded, 0, batch, row * length, length);
        }
        List<String> wanted = new ArrayList<>(List.of(states));
        pooled.ifPresent(wanted::add);
        List<ModelInput> inputs = new ArrayList<>();
        try {
            inputs.add(session.allocate(ids, rows, length).put(batch));
            mask.ifPresent(
                    port -> inputs.add(session.allocate(port, rows, length).fill(1)));
            List<ModelOutput> outputs = session.run(inputs, wanted, stop);
            int[] chosen = new int[wantedRows.size()];
            Arrays.setAll(chosen, row -> row);
            return conditioning(outputs, rows).select(chosen);
        } finally {
            inputs.forEach(ModelInput::close);
        }
    }

    private Conditioning conditioning(List<ModelOutput> outputs, int rows) {
        ModelOutput hidden = outputs.getFirst();
        Optional<Pooled> vectors = pooled.map(
                name -> new Pooled(rows, outputs.get(1).size(1), outputs.get(1).values()));
        return new Conditioning(rows, hidden.size(1), hidden.size(2), hidden.values(), vectors);
    }

    @Override
    public void close() {
        session.close();
        tokenizer.close();
    }
}
