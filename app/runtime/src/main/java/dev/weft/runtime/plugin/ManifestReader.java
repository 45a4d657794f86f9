package dev.weft.runtime.plugin;

import com.github.zafarkhaja.semver.ParseException;
import com.github.zafarkhaja.semver.Version;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.validation.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Reads `META-INF/weft-plugin.json`:
///
/// ```json
/// {
///   "id": "my-nodes",
///   "version": "0.1.0",
///   "entry": "org.example.MyNodes",
///   "weft": "^0.1",
///   "depends": {"core": ">=0.1 & <1.0", "other": {"version": "^2.0", "optional": true}}
/// }
/// ```
///
/// `depends` may be left out. Versions and ranges are those of semantic versioning. Keys that are not known are
/// ignored, so that a later version of Weft may add some.
final class ManifestReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern CLASS_NAME = Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*"
            + "(\\.\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)*");

    private final JsonParser parser;
    private final Map<String, Written> texts = new LinkedHashMap<>();
    private final SortedMap<String, PluginDependency> depends = new TreeMap<>();
    private final List<String> unknown = new ArrayList<>();

    private ManifestReader(JsonParser parser) {
        this.parser = parser;
    }

    /// @throws ManifestException if the text is no manifest
    static PluginManifest read(byte[] json) throws ManifestException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            return new ManifestReader(parser).read();
        } catch (JacksonException e) {
            String reason = String.valueOf(e.getOriginalMessage())
                    .lines()
                    .findFirst()
                    .orElse("")
                    .replaceFirst(" \\(start marker at .*", "");
            throw new ManifestException(e.getLocation(), "it is not JSON (" + reason + ")", "correct it");
        }
    }

    private PluginManifest read() throws ManifestException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw mistake("it is not a JSON object", "begin it with { and end it with }");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (key) {
                case "id", "version", "entry", "weft" ->
                    texts.put(key, new Written(text(key, value), parser.currentTokenLocation()));
                case "depends" -> readDepends(value);
                default -> {
                    unknown.add(key);
                    parser.skipChildren();
                }
            }
        }
        TokenStreamLocation end = parser.currentTokenLocation();
        if (parser.nextToken() != null) {
            throw mistake("something follows after its end", "remove that");
        }
        Written id = required("id", end);
        Written version = required("version", end);
        Written entry = required("entry", end);
        Written weft = required("weft", end);
        return new PluginManifest(id(id), version(version), entry(entry), range(weft.text(), weft.place()), depends);
    }

    private void readDepends(JsonToken value) throws ManifestException {
        if (value != JsonToken.START_OBJECT) {
            throw mistake("\"depends\" is not an object", "write it like {\"core\": \"^0.1\"}");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Written plugin = new Written(parser.currentName(), parser.currentTokenLocation());
            JsonToken wanted = parser.nextToken();
            depends.put(id(plugin), wanted == JsonToken.START_OBJECT ? optional(plugin) : required(plugin, wanted));
        }
    }

    private PluginDependency required(Written plugin, JsonToken token) throws ManifestException {
        String range = text(plugin.text(), token);
        return new PluginDependency(range(range, parser.currentTokenLocation()), false);
    }

    private PluginDependency optional(Written plugin) throws ManifestException {
        Optional<VersionRange> range = Optional.empty();
        boolean optional = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (key.equals("version")) {
                range = Optional.of(range(text(key, value), parser.currentTokenLocation()));
            } else if (key.equals("optional")) {
                if (!value.isBoolean()) {
                    throw mistake("\"optional\" is neither true nor false", "write one of these");
                }
                optional = value == JsonToken.VALUE_TRUE;
            } else {
                parser.skipChildren();
            }
        }
        if (range.isEmpty()) {
            throw new ManifestException(
                    plugin.place(),
                    "the dependency \"" + plugin.text() + "\" has no \"version\"",
                    "add one, such as \"version\": \"^1.0\"");
        }
        return new PluginDependency(range.get(), optional);
    }

    /// A value that has to be a text.
    private String text(String key, @Nullable JsonToken value) throws ManifestException {
        if (value != JsonToken.VALUE_STRING || parser.getString().isBlank()) {
            throw mistake("\"" + key + "\" has no text for its value", "write one in quotation marks");
        }
        return parser.getString();
    }

    private Written required(String key, TokenStreamLocation end) throws ManifestException {
        Written text = texts.get(key);
        if (text == null) {
            String fix = new Suggestions()
                    .nearest(key, unknown)
                    .map(near -> "did you mean that by \"" + near + "\"?")
                    .orElse("add it");
            throw new ManifestException(end, "it has no \"" + key + "\"", fix);
        }
        return text;
    }

    private static String id(Written id) throws ManifestException {
        try {
            return new NodeTypeId(id.text(), "x").namespace();
        } catch (IllegalArgumentException e) {
            throw new ManifestException(
                    id.place(),
                    "'" + id.text() + "' is not a plugin's id",
                    "write lower-case letters, digits, '_' and '-', beginning with a letter");
        }
    }

    private static Version version(Written version) throws ManifestException {
        try {
            return Version.parse(version.text());
        } catch (ParseException e) {
            throw new ManifestException(
                    version.place(), "'" + version.text() + "' is not a version", "write three numbers, such as 1.2.0");
        }
    }

    private static String entry(Written entry) throws ManifestException {
        if (!CLASS_NAME.matcher(entry.text()).matches()) {
            throw new ManifestException(
                    entry.place(),
                    "'" + entry.text() + "' is not the name of a class",
                    "write it like org.example.MyNodes");
        }
        return entry.text();
    }

    private static VersionRange range(String text, TokenStreamLocation place) throws ManifestException {
        try {
            return new VersionRange(text);
        } catch (IllegalArgumentException e) {
            throw new ManifestException(
                    place, "'" + text + "' is not a range of versions", "write one such as ^1.2 or >=1.2 & <2.0");
        }
    }

    private ManifestException mistake(String mistake, String fix) {
        return new ManifestException(parser.currentTokenLocation(), mistake, fix);
    }

    private record Written(String text, TokenStreamLocation place) {}
}
