package dev.weft.models.backend;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much memory opened models may take together.
public sealed interface MemoryBudget {
    /// Most of the memory where models run, and less while other programs need it.
    record Automatic() implements MemoryBudget {}

    /// At most this much.
    ///
    /// @param count bytes, at least 1
    record Bytes(long count) implements MemoryBudget {
        public Bytes {
            if (count < 1) {
                throw new IllegalArgumentException("Models need memory, but may take " + count + " bytes.");
            }
        }
    }

    /// Reads `auto`, or a number of bytes with a unit: `512m`, `4g`, `1.5g`.
    ///
    /// @throws IllegalArgumentException with a sentence for the user if the text is none of these
    static MemoryBudget parse(String text) {
        if (text.equals("auto")) {
            return new Automatic();
        }
        Matcher size = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,3})?)([kmgt])b?").matcher(text.toLowerCase(Locale.ROOT));
        if (size.matches()) {
            int power = 1 + "kmgt".indexOf(size.group(2));
            double bytes = Double.parseDouble(size.group(1)) * Math.pow(1024, power);
            if (bytes >= 1) {
                return new Bytes((long) bytes);
            }
        }
        throw new IllegalArgumentException(
                "An amount of memory is auto or a number with a unit, such as 512m or 4g, not '" + text + "'.");
    }
}
