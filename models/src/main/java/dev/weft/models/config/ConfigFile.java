package dev.weft.models.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// A JSON object read from a file, with typed access to its entries.
///
/// The bare words `NaN`, `Infinity` and `-Infinity`, which Python writes, are read as numbers; an entry that has to be
/// a usable number is refused if it is one of them.
public final class ConfigFile {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final Path file;
    private final Map<String, @Nullable Object> entries;

    private ConfigFile(Path file, Map<String, @Nullable Object> entries) {
        this.file = file;
        this.entries = entries;
    }

    /// Reads a file that has to be there.
    ///
    /// @throws ConfigException if it is missing, unreadable, or not a JSON object
    public static ConfigFile read(Path file) throws ConfigException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ConfigException("The file " + file + " is missing.", e);
        } catch (IOException e) {
            throw new ConfigException("The file " + file + " cannot be read (" + e.getMessage() + ").", e);
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ConfigException("The file " + file + " does not hold a JSON object; download it again.");
            }
            return new ConfigFile(file, object(parser));
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new ConfigException("The file " + file + " is not valid JSON" + place + "; download it again.", e);
        }
    }

    /// Reads a file if it is there.
    ///
    /// @throws ConfigException if it is there but unreadable, or not a JSON object
    public static Optional<ConfigFile> readIfPresent(Path file) throws ConfigException {
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            object.put(key, value(parser));
        }
        return Collections.unmodifiableMap(object);
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                List<@Nullable Object> array = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(parser));
                }
                yield Collections.unmodifiableList(array);
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /// The file that was read.
    public Path file() {
        return file;
    }

    /// All entries: text, numbers, booleans, lists, maps and nulls as the JSON holds them.
    public Map<String, @Nullable Object> entries() {
        return entries;
    }

    /// A finite number; empty if the entry is absent or null.
    ///
    /// @throws ConfigException if the entry is anything else
    public OptionalDouble number(String key) throws ConfigException {
        Object value = entries.get(key);
        if (value == null) {
            return OptionalDouble.empty();
        }
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return OptionalDouble.of(number.doubleValue());
        }
        throw new ConfigException("The entry " + key + " of " + file + " has to be a number, but is " + value
                + "; correct the file or download it again.");
    }

    /// A whole number above zero; empty if the entry is absent or null.
    ///
    /// @throws ConfigException if the entry is anything else
    public OptionalInt count(String key) throws ConfigException {
        OptionalDouble value = number(key);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        double number = value.getAsDouble();
        if (number < 1 || number > Integer.MAX_VALUE || number != Math.rint(number)) {
            throw new ConfigException("The entry " + key + " of " + file
                    + " has to be a whole number above zero, but is " + entries.get(key)
                    + "; correct the file or download it again.");
        }
        return OptionalInt.of((int) number);
    }

    /// A text; empty if the entry is absent or not a text.
    public Optional<String> text(String key) {
        return entries.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /// A list; empty if the entry is absent or not a list.
    public List<?> list(String key) {
        return entries.get(key) instanceof List<?> values ? values : List.of();
    }
}
