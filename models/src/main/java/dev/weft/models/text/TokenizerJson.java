package dev.weft.models.text;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Composes the `tokenizer.json` of the HuggingFace tokenizers library from a CLIP tokenizer's older files.
///
/// CLIP normalises to NFC, folds white space to one space and lowers the case; cuts into English contractions, runs of
/// letters, single digits and runs of other signs; writes bytes as printable characters; joins them pair by pair, the
/// last piece of a word carrying `</w>`; and puts the begin and end tokens around the whole.
final class TokenizerJson {
    private static final String PIECES = "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+";

    private final TokenizerFiles files;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes);

    private TokenizerJson(TokenizerFiles files) {
        this.files = files;
    }

    static byte[] compose(TokenizerFiles files) {
        TokenizerJson composer = new TokenizerJson(files);
        composer.write();
        return composer.bytes.toByteArray();
    }

    private void write() {
        json.writeStartObject();
        json.writeStringProperty("version", "1.0");
        addedTokens();
        normalizer();
        preTokenizer();
        postProcessor();
        model();
        json.writeEndObject();
        json.close();
    }

    private void addedTokens() {
        json.writeArrayPropertyStart("added_tokens");
        for (Map.Entry<String, Integer> token : files.added().entrySet()) {
            json.writeStartObject();
            json.writeNumberProperty("id", token.getValue());
            json.writeStringProperty("content", token.getKey());
            json.writeBooleanProperty("single_word", false);
            json.writeBooleanProperty("lstrip", false);
            json.writeBooleanProperty("rstrip", false);
            json.writeBooleanProperty("normalized", true);
            json.writeBooleanProperty("special", true);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void normalizer() {
        json.writeObjectPropertyStart("normalizer");
        json.writeStringProperty("type", "Sequence");
        json.writeArrayPropertyStart("normalizers");
        typed("NFC");
        json.writeStartObject();
        json.writeStringProperty("type", "Replace");
        pattern("\\s+");
        json.writeStringProperty("content", " ");
        json.writeEndObject();
        typed("Lowercase");
        json.writeEndArray();
        json.writeEndObject();
    }

    private void preTokenizer() {
        json.writeObjectPropertyStart("pre_tokenizer");
        json.writeStringProperty("type", "Sequence");
        json.writeArrayPropertyStart("pretokenizers");
        json.writeStartObject();
        json.writeStringProperty("type", "Split");
        pattern(PIECES);
        json.writeStringProperty("behavior", "Removed");
        json.writeBooleanProperty("invert", true);
        json.writeEndObject();
        json.writeStartObject();
        json.writeStringProperty("type", "ByteLevel");
        json.writeBooleanProperty("add_prefix_space", false);
        json.writeBooleanProperty("trim_offsets", true);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void postProcessor() {
        json.writeObjectPropertyStart("post_processor");
        json.writeStringProperty("type", "RobertaProcessing");
        around("sep", files.end());
        around("cls", files.begin());
        json.writeBooleanProperty("trim_offsets", false);
        json.writeBooleanProperty("add_prefix_space", false);
        json.writeEndObject();
    }

    private void around(String key, String token) {
        json.writeArrayPropertyStart(key);
        json.writeString(token);
        json.writeNumber(files.added().getOrDefault(token, 0));
        json.writeEndArray();
    }

    private void model() {
        json.writeObjectPropertyStart("model");
        json.writeStringProperty("type", "BPE");
        json.writeStringProperty("unk_token", files.end());
        json.writeStringProperty("continuing_subword_prefix", "");
        json.writeStringProperty("end_of_word_suffix", "</w>");
        json.writeBooleanProperty("fuse_unk", false);
        json.writeObjectPropertyStart("vocab");
        files.vocabulary().forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeArrayPropertyStart("merges");
        files.merges().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void pattern(String regex) {
        json.writeObjectPropertyStart("pattern");
        json.writeStringProperty("Regex", regex);
        json.writeEndObject();
    }

    private void typed(String type) {
        json.writeStartObject();
        json.writeStringProperty("type", type);
        json.writeEndObject();
    }
}
