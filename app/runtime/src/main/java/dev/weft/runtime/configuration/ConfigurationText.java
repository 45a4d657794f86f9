package dev.weft.runtime.configuration;

import dev.weft.graph.json.Excerpt;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.validation.Suggestions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the text of a configuration file, and gathers all that is wrong with it.
final class ConfigurationText {
    private final Path path;
    private final Map<String, Parameter> parameters = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    ConfigurationText(Path path, List<Parameter> parameters) {
        this.path = path;
        for (Parameter parameter : parameters) {
            this.parameters.put(parameter.name(), parameter);
            names.add(parameter.name());
        }
    }

    /// The values that are set, of the classes that [dev.weft.graph.types.ParameterValues] takes.
    Map<String, Object> read(byte[] json) throws ConfigurationException {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ConfigurationException(path + ": this is no JSON object; write it as {\"key\": value}");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                readMember(parser);
            }
            parser.nextToken();
        } catch (JacksonException e) {
            throw new ConfigurationException(path + ", line " + e.getLocation().getLineNr() + ": this is no JSON ("
                    + Excerpt.plain(e.getOriginalMessage()) + "); correct it there, or remove the file");
        }
        if (!mistakes.isEmpty()) {
            throw new ConfigurationException(path + ", " + String.join("; ", mistakes));
        }
        return values;
    }

    private void readMember(JsonParser parser) {
        String key = parser.currentName();
        int line = parser.currentTokenLocation().getLineNr();
        Parameter parameter = parameters.get(key);
        JsonToken token = parser.nextToken();
        if (parameter == null) {
            parser.skipChildren();
            mistakes.add("line " + line + ": there is no setting " + Excerpt.quoted(key) + "; " + meant(key));
        } else if (values.containsKey(key)) {
            parser.skipChildren();
            mistakes.add("line " + line + ": \"" + key + "\" is set twice; remove one");
        } else {
            value(parser, token, parameter)
                    .ifPresentOrElse(
                            value -> values.put(key, value),
                            () -> mistakes.add("line " + line + ": \"" + key + "\" is " + written(parser, token)
                                    + ", and must be " + expected(parameter)));
            parser.skipChildren();
        }
    }

    private String meant(String key) {
        Optional<String> nearest = new Suggestions().nearest(key, names);
        return nearest.map(name -> "did you mean \"" + name + "\"?")
                .orElseGet(() -> "there are " + String.join(", ", names));
    }

    /// The value, if it is one that the parameter can have.
    private static Optional<Object> value(JsonParser parser, JsonToken token, Parameter parameter) {
        return switch (parameter) {
            case Parameter.Whole whole ->
                whole(parser, token)
                        .filter(value ->
                                value >= whole.minimum() && value <= whole.maximum() && value % whole.multipleOf() == 0)
                        .map(value -> value);
            case Parameter.Seed _ ->
                whole(parser, token).filter(value -> value >= 0).map(value -> value);
            case Parameter.Decimal decimal ->
                token.isNumeric()
                        ? Optional.<Object>of(parser.getDoubleValue())
                                .filter(value ->
                                        (double) value >= decimal.minimum() && (double) value <= decimal.maximum())
                        : Optional.empty();
            case Parameter.Flag _ -> token.isBoolean() ? Optional.of(token == JsonToken.VALUE_TRUE) : Optional.empty();
            case Parameter.Text _ -> text(parser, token);
            case Parameter.Choice choice -> text(parser, token).filter(choice.options()::contains);
        };
    }

    private static Optional<Long> whole(JsonParser parser, JsonToken token) {
        boolean fits = token == JsonToken.VALUE_NUMBER_INT
                && (parser.getNumberType() == JsonParser.NumberType.INT
                        || parser.getNumberType() == JsonParser.NumberType.LONG);
        return fits ? Optional.of(parser.getLongValue()) : Optional.empty();
    }

    private static Optional<Object> text(JsonParser parser, JsonToken token) {
        return token == JsonToken.VALUE_STRING ? Optional.of(parser.getString()) : Optional.empty();
    }

    private static String written(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> Excerpt.quoted(parser.getString());
            default -> Excerpt.plain(parser.getString());
        };
    }

    private static String expected(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Whole whole ->
                "a whole number from " + whole.minimum() + " to " + whole.maximum()
                        + (whole.multipleOf() == 1 ? "" : " that is a multiple of " + whole.multipleOf());
            case Parameter.Seed _ -> "a whole number from 0 on";
            case Parameter.Decimal decimal -> "a number from " + decimal.minimum() + " to " + decimal.maximum();
            case Parameter.Flag _ -> "true or false";
            case Parameter.Text _ -> "text in quotation marks";
            case Parameter.Choice choice -> "one of \"" + String.join("\", \"", choice.options()) + "\"";
        };
    }
}
