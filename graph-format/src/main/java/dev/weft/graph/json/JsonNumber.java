package dev.weft.graph.json;

import java.math.BigDecimal;
import java.util.Optional;

/// A number as it is written: `1`, `1.0` and `1e0` are three numbers of one value.
///
/// @param literal the characters, in JSON's grammar for numbers (RFC 8259, section 6), at most 1000
public record JsonNumber(String literal) implements JsonValue {
    static final int MAXIMUM_LENGTH = 1000;

    /// @throws IllegalArgumentException if `literal` is not a JSON number, or too long
    public JsonNumber {
        if (!isNumber(literal)) {
            throw new IllegalArgumentException("'" + literal + "' is not a JSON number");
        }
    }

    /// A whole number.
    public static JsonNumber of(long value) {
        return new JsonNumber(Long.toString(value));
    }

    /// A decimal number, in the shortest form that reads back as the same `double`.
    ///
    /// @throws IllegalArgumentException if `value` is not finite
    public static JsonNumber of(double value) {
        return new JsonNumber(Double.toString(value));
    }

    /// The exact value; nothing if the exponent is beyond about ±2³¹.
    public Optional<BigDecimal> exact() {
        try {
            return Optional.of(new BigDecimal(literal));
        } catch (NumberFormatException beyondRange) {
            return Optional.empty();
        }
    }

    /// The nearest `double`; infinite if the number is too large for one.
    public double approximate() {
        return Double.parseDouble(literal);
    }

    @Override
    public String toString() {
        return literal;
    }

    /// Whether `text` is a number in JSON's grammar, of at most 1000 characters.
    public static boolean isNumber(String text) {
        int length = text.length();
        if (length > MAXIMUM_LENGTH) {
            return false;
        }
        int at = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        int whole = digitsFrom(text, at);
        if (whole == at || (text.charAt(at) == '0' && whole > at + 1)) {
            return false;
        }
        at = whole;
        if (at < length && text.charAt(at) == '.') {
            int fraction = digitsFrom(text, at + 1);
            if (fraction == at + 1) {
                return false;
            }
            at = fraction;
        }
        if (at < length && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < length && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            int exponent = digitsFrom(text, at);
            if (exponent == at) {
                return false;
            }
            at = exponent;
        }
        return at == length;
    }

    private static int digitsFrom(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
