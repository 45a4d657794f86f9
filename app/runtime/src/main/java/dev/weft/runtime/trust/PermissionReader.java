package dev.weft.runtime.trust;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the text that [PermissionText] writes. Keys that are not known are passed over.
final class PermissionReader {
    private static final int HASH_DIGITS = 64;

    private final JsonParser parser;
    private final SortedMap<String, List<AllowedContent>> allowed = new TreeMap<>();
    private final SortedSet<String> forbidden = new TreeSet<>();

    private PermissionReader(JsonParser parser) {
        this.parser = parser;
    }

    /// @throws IllegalArgumentException if the text is something else; its message is a clause with the line
    static Permissions read(byte[] json) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            PermissionReader reader = new PermissionReader(parser);
            parser.nextToken();
            reader.expect(JsonToken.START_OBJECT, "an object");
            reader.document();
            return new Permissions(reader.allowed, reader.forbidden);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(), e);
        }
    }

    private void document() {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "allowed" -> allowed();
                case "forbidden" -> forbidden();
                default -> parser.skipChildren();
            }
        }
    }

    private void allowed() {
        expect(JsonToken.START_OBJECT, "an object of plugins");
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String id = parser.currentName();
            List<AllowedContent> contents = new ArrayList<>();
            parser.nextToken();
            expect(JsonToken.START_ARRAY, "an array of contents");
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                contents.add(content());
            }
            allowed.put(id, contents);
        }
    }

    private AllowedContent content() {
        expect(JsonToken.START_OBJECT, "an object with \"sha256\"");
        Map<String, String> texts = new HashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                texts.put(key, parser.getString());
            } else {
                parser.skipChildren();
            }
        }
        String sha256 = texts.getOrDefault("sha256", "");
        if (sha256.length() != HASH_DIGITS) {
            throw new IllegalArgumentException(place() + "\"sha256\" must be " + HASH_DIGITS + " digits");
        }
        return new AllowedContent(sha256, texts.getOrDefault("version", ""), Path.of(texts.getOrDefault("source", "")));
    }

    private void forbidden() {
        expect(JsonToken.START_ARRAY, "an array of plugin ids");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(JsonToken.VALUE_STRING, "a plugin id");
            forbidden.add(parser.getString());
        }
    }

    private void expect(JsonToken token, String name) {
        if (parser.currentToken() != token) {
            throw new IllegalArgumentException(place() + "there must be " + name);
        }
    }

    private String place() {
        return "line " + parser.currentTokenLocation().getLineNr() + ": ";
    }
}
