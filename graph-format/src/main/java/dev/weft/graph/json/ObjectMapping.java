package dev.weft.graph.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes the known members out of one JSON object, each as the kind that it must be.
final class ObjectMapping {
    /// Makes something of a value, or says what is wrong with it.
    @FunctionalInterface
    interface Conversion<T> {
        T convert(JsonValue value, JsonPlace place) throws MisplacedValueException;
    }

    private final JsonObject object;
    private final JsonPlace place;

    ObjectMapping(JsonObject object, JsonPlace place) {
        this.object = object;
        this.place = place;
    }

    static ObjectMapping of(JsonValue value, JsonPlace place) throws MisplacedValueException {
        return new ObjectMapping(asObject(value, place), place);
    }

    <T> Optional<T> optional(String key, Conversion<T> conversion) throws MisplacedValueException {
        JsonValue value = object.members().get(key);
        return value == null ? Optional.empty() : Optional.of(conversion.convert(value, place.member(key)));
    }

    <T> T required(String key, Conversion<T> conversion) throws MisplacedValueException {
        Optional<T> value = optional(key, conversion);
        if (value.isEmpty()) {
            throw MisplacedValueException.of(place, "lacks the key \"" + key + "\"; add it");
        }
        return value.get();
    }

    /// The text under `key`, or empty.
    String text(String key) throws MisplacedValueException {
        return optional(key, ObjectMapping::asText).orElse("");
    }

    String requiredText(String key) throws MisplacedValueException {
        return required(key, ObjectMapping::asText);
    }

    /// A required text in a form of its own.
    <T> T parsed(String key, Function<String, T> parser) throws MisplacedValueException {
        String text = requiredText(key);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException malformed) {
            // The text that it complains of may be long or hold line breaks.
            String complaint = String.valueOf(malformed.getMessage()).replace(text, Excerpt.plain(text));
            throw MisplacedValueException.of(place.member(key), "is wrong: " + complaint);
        }
    }

    /// A version number, or 1.
    int version(String key) throws MisplacedValueException {
        return optional(key, ObjectMapping::wholeFrom1).orElse(1);
    }

    /// The object under `key`, or an empty one.
    JsonObject object(String key) throws MisplacedValueException {
        return optional(key, ObjectMapping::asObject).orElse(JsonObject.EMPTY);
    }

    /// The elements of the array under `key`, or none.
    <T> List<T> elements(String key, Conversion<T> conversion) throws MisplacedValueException {
        JsonValue value = object.members().get(key);
        if (value == null) {
            return List.of();
        }
        JsonPlace at = place.member(key);
        if (!(value instanceof JsonArray array)) {
            throw wrongKind(value, at, "an array");
        }
        List<T> elements = new ArrayList<>(array.elements().size());
        for (JsonValue element : array.elements()) {
            elements.add(conversion.convert(element, at.element(elements.size())));
        }
        return elements;
    }

    /// All members but the known ones.
    JsonObject extra(List<String> known) {
        Map<String, JsonValue> extra = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            if (!known.contains(member.getKey())) {
                extra.put(member.getKey(), member.getValue());
            }
        }
        return extra.isEmpty() ? JsonObject.EMPTY : new JsonObject(extra);
    }

    static JsonNumber number(JsonValue value, JsonPlace place) throws MisplacedValueException {
        if (value instanceof JsonNumber number) {
            return number;
        }
        throw wrongKind(value, place, "a number");
    }

    static int wholeFrom1(JsonValue value, JsonPlace place) throws MisplacedValueException {
        Optional<BigDecimal> exact = number(value, place).exact();
        // Compared before it is converted: the digits of 1e999999999 would fill the memory.
        if (exact.isPresent()
                && exact.get().compareTo(BigDecimal.ONE) >= 0
                && exact.get().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                && exact.get().stripTrailingZeros().scale() <= 0) {
            return exact.get().intValueExact();
        }
        throw wrongKind(value, place, "a whole number from 1");
    }

    static String asText(JsonValue value, JsonPlace place) throws MisplacedValueException {
        if (value instanceof JsonString text) {
            return text.value();
        }
        throw wrongKind(value, place, "text");
    }

    static boolean flag(JsonValue value, JsonPlace place) throws MisplacedValueException {
        if (value instanceof JsonBoolean flag) {
            return flag.value();
        }
        throw wrongKind(value, place, "true or false");
    }

    /// The one of `constants` whose name in lower case the text is.
    static <E extends Enum<E>> E word(JsonValue value, JsonPlace place, E[] constants) throws MisplacedValueException {
        String text = asText(value, place);
        for (E constant : constants) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        String words = Stream.of(constants)
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw wrongKind(value, place, "one of " + words);
    }

    private static JsonObject asObject(JsonValue value, JsonPlace place) throws MisplacedValueException {
        if (value instanceof JsonObject found) {
            return found;
        }
        throw wrongKind(value, place, "an object");
    }

    private static MisplacedValueException wrongKind(JsonValue value, JsonPlace place, String expected) {
        return MisplacedValueException.of(
                place, "must be " + expected + ", but is " + Excerpt.of(value) + "; correct it");
    }
}
