package dev.weft.runtime.plugin;

import com.github.zafarkhaja.semver.ParseException;
import com.github.zafarkhaja.semver.Version;
import dev.weft.graph.NodeTypeId;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads `META-INF/weft-plugin.json`:
///
/// ```json
/// {
///   "id": "core",
///   "version": "0.1.0",
///   "entry": "dev.weft.nodes.core.CorePlugin",
///   "weft": "^0.1",
///   "depends": {"other": ">=1.2 & <2.0"}
/// }
/// ```
///
/// `depends` may be left out. Versions and ranges are those of semantic versioning. Keys that are not known are
/// ignored, so that a later version of Weft may add some.
final class ManifestReader {
    private ManifestReader() {}

    /// @throws IllegalArgumentException if the text is no manifest; its message is part of a sentence
    static PluginManifest read(byte[] json) {
        Map<String, String> texts = new HashMap<>();
        SortedMap<String, String> depends = new TreeMap<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("it is not a JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING) {
                    texts.put(key, parser.getString());
                } else if (key.equals("depends") && value == JsonToken.START_OBJECT) {
                    readDepends(parser, depends);
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "it is not JSON (line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage() + ")", e);
        }
        String id = id(text(texts, "id"));
        return new PluginManifest(
                id, version(text(texts, "version")), text(texts, "entry"), text(texts, "weft"), depends);
    }

    private static void readDepends(JsonParser parser, SortedMap<String, String> depends) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String plugin = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                throw new IllegalArgumentException(
                        "\"depends\" gives no version range, such as \"^1.0\", for \"" + plugin + "\"");
            }
            depends.put(plugin, parser.getString());
        }
    }

    private static String text(Map<String, String> texts, String key) {
        String text = texts.get(key);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("it has no text under \"" + key + "\"");
        }
        return text;
    }

    private static Version version(String text) {
        try {
            return Version.parse(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException("its version '" + text + "' is not of the form 1.2.3", e);
        }
    }

    private static String id(String text) {
        try {
            return new NodeTypeId(text, "x").namespace();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "its id '" + text + "' is not lower-case letters, digits, '_' and '-' beginning with a letter", e);
        }
    }
}
