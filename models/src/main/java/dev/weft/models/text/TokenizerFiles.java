package dev.weft.models.text;

import dev.weft.models.config.ConfigException;
import dev.weft.models.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What a CLIP tokenizer's folder says, checked: `vocab.json`, `merges.txt`, `tokenizer_config.json` and
/// `special_tokens_map.json` as the transformers library writes them, or `tokenizer.json` in place of the first two.
///
/// @param folder the folder
/// @param composed whether `vocab.json` and `merges.txt` are there; if not, `tokenizer.json` is
/// @param vocabulary token texts to ids; empty unless composed
/// @param merges pairs of texts that are joined, most important first; empty unless composed
/// @param added the tokens that stand for themselves wherever they occur, to their ids
/// @param begin the token before every prompt
/// @param end the token after every prompt
/// @param pad the token that fills a row up
/// @param length how many tokens a row has
public record TokenizerFiles(
        Path folder,
        boolean composed,
        Map<String, Integer> vocabulary,
        List<String> merges,
        Map<String, Integer> added,
        String begin,
        String end,
        String pad,
        int length) {
    private static final int CLIP_LENGTH = 77;
    private static final String BEGIN = "<|startoftext|>";
    private static final String END = "<|endoftext|>";

    /// Reads and checks a tokenizer's folder.
    ///
    /// @param embeddings how many tokens the text encoder knows, if that is known; ids have to lie below it
    /// @throws TokenizerException if a file is missing or one contradicts another
    public static TokenizerFiles read(Path folder, OptionalInt embeddings) throws TokenizerException {
        try {
            return readUnchecked(folder).checked(embeddings);
        } catch (TokenizerException e) {
            throw e;
        } catch (ConfigException e) {
            throw new TokenizerException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new TokenizerException(
                    "The tokenizer in " + folder + " cannot be read (" + String.valueOf(e.getMessage()) + ").", e);
        }
    }

    private static TokenizerFiles readUnchecked(Path folder) throws IOException {
        Path vocabularyFile = folder.resolve("vocab.json");
        Path mergesFile = folder.resolve("merges.txt");
        boolean composed = Files.exists(vocabularyFile) && Files.exists(mergesFile);
        if (!composed && !Files.exists(folder.resolve("tokenizer.json"))) {
            Path missing = Files.exists(vocabularyFile) ? mergesFile : vocabularyFile;
            throw new TokenizerException("The tokenizer in " + folder + " lacks " + missing.getFileName()
                    + " and has no tokenizer.json in its place; copy the folder from the original model.");
        }
        Map<String, Integer> vocabulary = composed ? vocabulary(vocabularyFile) : Map.of();
        List<String> merges = composed ? merges(mergesFile) : List.of();
        Optional<ConfigFile> settings = ConfigFile.readIfPresent(folder.resolve("tokenizer_config.json"));
        Optional<ConfigFile> specials = ConfigFile.readIfPresent(folder.resolve("special_tokens_map.json"));
        String begin = special("bos_token", settings, specials).orElse(BEGIN);
        String end = special("eos_token", settings, specials).orElse(END);
        String pad = special("pad_token", settings, specials).orElse(end);
        Map<String, Integer> added =
                composed ? added(vocabularyFile, vocabulary, settings, List.of(begin, end, pad)) : Map.of();
        int length = settings.isPresent() ? Math.min(length(settings.get()), CLIP_LENGTH) : CLIP_LENGTH;
        return new TokenizerFiles(folder, composed, vocabulary, merges, added, begin, end, pad, length);
    }

    private static Map<String, Integer> vocabulary(Path file) throws IOException {
        Map<String, Integer> vocabulary = new LinkedHashMap<>();
        for (Map.Entry<String, ?> entry : ConfigFile.read(file).entries().entrySet()) {
            if (!(entry.getValue() instanceof Integer id) || id < 0) {
                throw new TokenizerException("The token '" + entry.getKey() + "' of " + file
                        + " has no whole number as its id; download the file again.");
            }
            vocabulary.put(entry.getKey(), id);
        }
        return vocabulary;
    }

    private static List<String> merges(Path file) throws IOException {
        List<String> merges = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || (merges.isEmpty() && line.startsWith("#version"))) {
                continue;
            }
            if (line.split(" ", -1).length != 2) {
                throw new TokenizerException(
                        "The line '" + line + "' of " + file + " is not a pair of tokens; download the file again.");
            }
            merges.add(line);
        }
        return merges;
    }

    private static Map<String, Integer> added(
            Path file, Map<String, Integer> vocabulary, Optional<ConfigFile> settings, List<String> specials)
            throws TokenizerException {
        Map<String, Integer> added = new LinkedHashMap<>();
        if (settings.isPresent() && settings.get().entries().get("added_tokens_decoder") instanceof Map<?, ?> decoder) {
            for (Map.Entry<?, ?> entry : decoder.entrySet()) {
                Optional<String> content = content(entry.getValue());
                if (content.isPresent() && String.valueOf(entry.getKey()).matches("\\d{1,9}")) {
                    added.put(content.get(), Integer.valueOf(String.valueOf(entry.getKey())));
                }
            }
        }
        for (String special : specials) {
            Integer id = vocabulary.get(special);
            if (id != null) {
                added.putIfAbsent(special, id);
            }
            if (!added.containsKey(special)) {
                throw new TokenizerException("The token '" + special + "' is missing in " + file
                        + "; copy the tokenizer's folder from the original model.");
            }
        }
        return added;
    }

    private static Optional<String> special(String role, Optional<ConfigFile> settings, Optional<ConfigFile> specials) {
        return settings.flatMap(config -> content(config.entries().get(role)))
                .or(() -> specials.flatMap(config -> content(config.entries().get(role))));
    }

    /// A token is written as its text, or as an object with its text under `content`.
    private static Optional<String> content(@Nullable Object token) {
        Object text = token instanceof Map<?, ?> object ? object.get("content") : token;
        return text instanceof String string ? Optional.of(string) : Optional.empty();
    }

    /// Files without a limit hold 10³⁰ here.
    private static int length(ConfigFile settings) throws ConfigException {
        double length = settings.number("model_max_length").orElse(CLIP_LENGTH);
        if (length < 2) {
            throw new ConfigException("The entry model_max_length of " + settings.file()
                    + " has to be at least 2, but is " + length + "; correct the file.");
        }
        return (int) Math.min(length, Integer.MAX_VALUE);
    }

    private TokenizerFiles checked(OptionalInt embeddings) throws TokenizerException {
        Path file = folder.resolve("vocab.json");
        Map<Integer, String> byId = new HashMap<>();
        for (Map.Entry<String, Integer> token : vocabulary.entrySet()) {
            String other = byId.putIfAbsent(token.getValue(), token.getKey());
            if (other != null) {
                throw new TokenizerException("The tokens '" + other + "' and '" + token.getKey() + "' of " + file
                        + " share the id " + token.getValue() + "; copy the file from the original model.");
            }
        }
        for (String merge : merges) {
            String joined = merge.replace(" ", "");
            if (!vocabulary.containsKey(joined)) {
                throw new TokenizerException("The token '" + joined + "', which merges.txt produces, has no id in "
                        + file + "; copy both files from the original model.");
            }
        }
        if (embeddings.isPresent()) {
            requireKnown(file, vocabulary, embeddings.getAsInt());
            requireKnown(folder.resolve("tokenizer_config.json"), added, embeddings.getAsInt());
        }
        return this;
    }

    private static void requireKnown(Path file, Map<String, Integer> tokens, int embeddings) throws TokenizerException {
        for (Map.Entry<String, Integer> token : tokens.entrySet()) {
            if (token.getValue() >= embeddings) {
                throw new TokenizerException("The token '" + token.getKey() + "' has the id " + token.getValue()
                        + " in " + file + ", but the text encoder knows only " + embeddings
                        + " tokens; copy the tokenizer that belongs to this model.");
            }
        }
    }
}
