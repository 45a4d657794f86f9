package dev.weft.models.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;

/// Cuts prompts into the tokens of a CLIP text encoder.
///
/// A prompt becomes one row of [#length()] ids: begin token, the prompt's tokens, end token, padding. A longer prompt
/// is cut so that the end token is still the last.
public final class ClipTokenizer implements AutoCloseable {
    private static final Map<String, String> OPTIONS =
            Map.of("padding", "false", "truncation", "false", "addSpecialTokens", "true");

    private final HuggingFaceTokenizer tokenizer;
    private final int length;
    private final long begin;
    private final long end;
    private final long pad;

    private ClipTokenizer(HuggingFaceTokenizer tokenizer, int length, long begin, long end, long pad) {
        this.tokenizer = tokenizer;
        this.length = length;
        this.begin = begin;
        this.end = end;
        this.pad = pad;
    }

    /// Loads the native tokenizer with the given files. Nothing is fetched from anywhere.
    ///
    /// @throws TokenizerException if the tokenizer does not take the files
    public static ClipTokenizer open(TokenizerFiles files) throws TokenizerException {
        // DJL looks for its native library with the context class loader, which in a node is that of a plugin.
        Thread thread = Thread.currentThread();
        ClassLoader context = thread.getContextClassLoader();
        thread.setContextClassLoader(ClipTokenizer.class.getClassLoader());
        try {
            return openHere(files);
        } finally {
            thread.setContextClassLoader(context);
        }
    }

    private static ClipTokenizer openHere(TokenizerFiles files) throws TokenizerException {
        beOffline();
        try (InputStream json = files.composed()
                ? new ByteArrayInputStream(TokenizerJson.compose(files))
                : Files.newInputStream(files.folder().resolve("tokenizer.json"))) {
            HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(json, OPTIONS);
            long[] around = tokenizer.encode("").getIds();
            if (around.length != 2) {
                throw new TokenizerException("The tokenizer in " + files.folder() + " puts " + around.length
                        + " tokens around a prompt where CLIP has a begin and an end; copy the folder from the original"
                        + " model.");
            }
            long end = around[1];
            return new ClipTokenizer(tokenizer, files.length(), around[0], end, pad(files, tokenizer, end));
        } catch (TokenizerException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new TokenizerException(
                    "The tokenizer in " + files.folder() + " cannot be loaded (" + e.getMessage()
                            + "); copy the folder from the original model.",
                    e);
        }
    }

    /// DJL asks its server for a newer list of models, and counts its users, unless told otherwise.
    private static void beOffline() {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
    }

    private static long pad(TokenizerFiles files, HuggingFaceTokenizer tokenizer, long end) {
        if (files.pad().equals(files.end())) {
            return end;
        }
        Integer known = files.added().get(files.pad());
        return known != null
                ? known
                : tokenizer.encode(files.pad(), false, false).getIds()[0];
    }

    /// How many ids a row has.
    public int length() {
        return length;
    }

    /// The token before every prompt.
    long begin() {
        return begin;
    }

    /// The token after every prompt.
    long end() {
        return end;
    }

    /// The token that fills a row up.
    long pad() {
        return pad;
    }

    /// The ids of words without anything around them, however many.
    long[] words(String text) {
        return tokenizer.encode(text, false, false).getIds();
    }

    /// The ids of one prompt, [#length()] of them; parentheses are words like any other here.
    public long[] encode(String prompt) {
        Encoding encoding = tokenizer.encode(prompt);
        long[] ids = encoding.getIds();
        long[] row = Arrays.copyOf(ids, length);
        if (ids.length > length) {
            row[length - 1] = end;
        } else {
            Arrays.fill(row, ids.length, length, pad);
        }
        return row;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
