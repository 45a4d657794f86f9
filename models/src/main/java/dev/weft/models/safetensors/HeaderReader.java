package dev.weft.models.safetensors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Parses the JSON header: an object from tensor names to type, shape and offsets, beside `__metadata__`.
final class HeaderReader {
    static final String METADATA = "__metadata__";

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_DIMENSIONS = 64;

    private final String source;
    private final Map<String, TensorEntry> entries = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    private HeaderReader(String source) {
        this.source = source;
    }

    /// What a header holds.
    record Header(List<TensorEntry> entries, Map<String, String> metadata) {}

    /// @throws SafetensorsException if `json` is not a header
    static Header parse(String source, String json) throws SafetensorsException {
        HeaderReader reader = new HeaderReader(source);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            reader.readObject(parser);
        } catch (JacksonException e) {
            throw new SafetensorsException(
                    source,
                    "the header is not valid JSON at character "
                            + e.getLocation().getCharOffset() + "; the file is damaged or not a safetensors file.");
        }
        return new Header(List.copyOf(reader.entries.values()), reader.metadata);
    }

    private void readObject(JsonParser parser) throws SafetensorsException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new SafetensorsException(source, "the header is not a JSON object.");
        }
        boolean metadataSeen = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (name.equals(METADATA)) {
                if (metadataSeen) {
                    throw new SafetensorsException(source, "the header holds " + METADATA + " twice.");
                }
                metadataSeen = true;
                readMetadata(parser);
            } else {
                TensorEntry entry = readEntry(parser, name);
                if (entries.put(name, entry) != null) {
                    throw new SafetensorsException(source, "the header holds the tensor \"" + name + "\" twice.");
                }
            }
        }
        if (parser.nextToken() != null) {
            throw new SafetensorsException(source, "the header goes on after its JSON object.");
        }
    }

    private void readMetadata(JsonParser parser) throws SafetensorsException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new SafetensorsException(source, METADATA + " is not a JSON object.");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                throw new SafetensorsException(source, METADATA + " entry \"" + key + "\" is not a text.");
            }
            if (metadata.put(key, parser.getString()) != null) {
                throw new SafetensorsException(source, METADATA + " holds \"" + key + "\" twice.");
            }
        }
    }

    private TensorEntry readEntry(JsonParser parser, String name) throws SafetensorsException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw wrong(name, "is not described by a JSON object");
        }
        @Nullable SafetensorsType type = null;
        @Nullable List<Long> shape = null;
        @Nullable List<Long> offsets = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            boolean twice;
            switch (field) {
                case "dtype" -> {
                    twice = type != null;
                    type = readType(parser, name);
                }
                case "shape" -> {
                    twice = shape != null;
                    shape = readNumbers(parser, name, field);
                }
                case "data_offsets" -> {
                    twice = offsets != null;
                    offsets = readNumbers(parser, name, field);
                }
                default -> throw wrong(name, "has the unknown field \"" + field + "\"");
            }
            if (twice) {
                throw wrong(name, "has the field \"" + field + "\" twice");
            }
        }
        if (type == null || shape == null || offsets == null) {
            throw wrong(name, "lacks dtype, shape or data_offsets");
        }
        return checked(name, type, shape, offsets);
    }

    private TensorEntry checked(String name, SafetensorsType type, List<Long> shape, List<Long> offsets)
            throws SafetensorsException {
        if (offsets.size() != 2) {
            throw wrong(name, "has " + offsets.size() + " data_offsets in place of 2");
        }
        long begin = offsets.get(0);
        long end = offsets.get(1);
        if (begin < 0) {
            throw wrong(name, "begins at the negative offset " + begin);
        }
        if (end < begin) {
            throw wrong(name, "ends at offset " + end + ", before its begin " + begin);
        }
        long needed = type.bytes();
        for (long extent : shape) {
            if (extent < 0) {
                throw wrong(name, "has the negative extent " + extent + " in its shape " + shape);
            }
        }
        if (shape.contains(0L)) {
            needed = 0;
        } else {
            for (long extent : shape) {
                if (Math.multiplyHigh(needed, extent) != 0 || needed * extent < 0) {
                    throw wrong(name, "has the shape " + shape + ", which is larger than any file");
                }
                needed *= extent;
            }
        }
        if (needed != end - begin) {
            throw wrong(
                    name,
                    "of type " + type + " and shape " + shape + " needs " + needed + " bytes, but its offsets give "
                            + (end - begin));
        }
        return new TensorEntry(name, type, shape, begin, end);
    }

    private SafetensorsType readType(JsonParser parser, String name) throws SafetensorsException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong(name, "has a dtype that is not a text");
        }
        String text = parser.getString();
        Optional<SafetensorsType> type = SafetensorsType.named(text);
        if (type.isEmpty()) {
            throw wrong(name, "has the unknown dtype \"" + text + "\"");
        }
        return type.get();
    }

    private List<Long> readNumbers(JsonParser parser, String name, String field) throws SafetensorsException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw wrong(name, "has a field " + field + " that is not a list");
        }
        List<Long> numbers = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                    || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                throw wrong(name, "has something else than whole 64-bit numbers in " + field);
            }
            if (numbers.size() == MOST_DIMENSIONS) {
                throw wrong(name, "has more than " + MOST_DIMENSIONS + " numbers in " + field);
            }
            numbers.add(parser.getLongValue());
        }
        return List.copyOf(numbers);
    }

    private SafetensorsException wrong(String name, String problem) {
        return new SafetensorsException(source, "tensor \"" + name + "\" " + problem + ".");
    }
}
