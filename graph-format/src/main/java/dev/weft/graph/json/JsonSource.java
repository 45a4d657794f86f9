package dev.weft.graph.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.JsonTokenId;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// A JSON text and where it came from: makes the tree, and finds the line and column of a part of it.
final class JsonSource {
    private static final String LONG_NUMBER =
            "a number is longer than " + JsonNumber.MAXIMUM_LENGTH + " characters; shorten it";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonLayout.MAXIMUM_DEPTH + 1)
                    .maxNumberLength(JsonNumber.MAXIMUM_LENGTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final String text;
    private final String name;

    JsonSource(String text, String name) {
        this.text = text;
        this.name = name;
    }

    /// Parses the whole text.
    ///
    /// @throws WorkflowFormatException if it is not one JSON value, has a key twice in one object, or is nested
    /// deeper than [JsonLayout#MAXIMUM_DEPTH]
    JsonValue parse() throws WorkflowFormatException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            try {
                return document(parser);
            } catch (JacksonException malformed) {
                TokenStreamLocation told = malformed.getLocation();
                throw at(told == null ? parser.currentLocation() : told, complaint(malformed));
            }
        }
    }

    /// An exception that points to a part of the text, which is well-formed.
    WorkflowFormatException problemAt(JsonPlace place, String problem) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            for (JsonPlace step : place.steps()) {
                descend(parser, step);
            }
            return at(parser, problem);
        } catch (JacksonException unexpected) {
            return new WorkflowFormatException(name, problem);
        }
    }

    private static void descend(JsonParser parser, JsonPlace step) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            parser.nextToken();
            for (int i = 0; i < step.index(); i++) {
                parser.skipChildren();
                parser.nextToken();
            }
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean found = parser.currentName().equals(step.key());
            parser.nextToken();
            if (found) {
                return;
            }
            parser.skipChildren();
        }
    }

    private JsonValue document(JsonParser parser) throws WorkflowFormatException {
        if (parser.nextToken() == null) {
            throw new WorkflowFormatException(name, "the file is empty; give a workflow saved by Weft");
        }
        JsonValue value = value(parser, 1);
        if (parser.nextToken() != null) {
            throw at(parser, "something follows the end of the JSON text; remove it");
        }
        return value;
    }

    private JsonValue value(JsonParser parser, int depth) throws WorkflowFormatException {
        return switch (parser.currentToken().id()) {
            case JsonTokenId.ID_START_OBJECT -> object(parser, depth);
            case JsonTokenId.ID_START_ARRAY -> array(parser, depth);
            case JsonTokenId.ID_STRING -> new JsonString(parser.getString());
            case JsonTokenId.ID_TRUE -> new JsonBoolean(true);
            case JsonTokenId.ID_FALSE -> new JsonBoolean(false);
            case JsonTokenId.ID_NULL -> JsonNull.NULL;
            default -> number(parser);
        };
    }

    private JsonNumber number(JsonParser parser) throws WorkflowFormatException {
        String literal = parser.getString();
        // The parser's own limit does not count the point and the sign.
        if (literal.length() > JsonNumber.MAXIMUM_LENGTH) {
            throw at(parser, LONG_NUMBER);
        }
        return new JsonNumber(literal);
    }

    private JsonObject object(JsonParser parser, int depth) throws WorkflowFormatException {
        refuseBeyondDepth(parser, depth);
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            if (HalfPairs.in(key)) {
                throw at(parser, SyntaxComplaint.HALF_PAIR_IN_KEY);
            }
            if (members.containsKey(key)) {
                throw at(parser, "the key " + Excerpt.quoted(key) + " stands twice in one object; remove one of them");
            }
            parser.nextToken();
            members.put(key, value(parser, depth + 1));
        }
        return members.isEmpty() ? JsonObject.EMPTY : new JsonObject(members);
    }

    private JsonArray array(JsonParser parser, int depth) throws WorkflowFormatException {
        refuseBeyondDepth(parser, depth);
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser, depth + 1));
        }
        return new JsonArray(elements);
    }

    private void refuseBeyondDepth(JsonParser parser, int depth) throws WorkflowFormatException {
        if (depth > JsonLayout.MAXIMUM_DEPTH) {
            throw at(parser, "values are nested deeper than " + JsonLayout.MAXIMUM_DEPTH + " levels; flatten them");
        }
    }

    private WorkflowFormatException at(JsonParser parser, String problem) {
        return at(parser.currentTokenLocation(), problem);
    }

    private WorkflowFormatException at(TokenStreamLocation location, String problem) {
        return new WorkflowFormatException(name, location.getLineNr(), location.getColumnNr(), problem);
    }

    private static String complaint(JacksonException malformed) {
        return switch (malformed) {
            case UnexpectedEndOfInputException ignored ->
                "the text ends in the middle; close what is open, or restore the file";
            case StreamConstraintsException ignored -> LONG_NUMBER;
            default -> SyntaxComplaint.of(malformed.getOriginalMessage());
        };
    }
}
