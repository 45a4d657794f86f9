package dev.weft.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number of bytes as people write it: `0`, `64k`, `512m`, `2g`, `1.5g`. Units are powers of 1024.
final class ByteSize {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,9})?)([kmgt])(?:i?b)?");

    private ByteSize() {}

    /// @throws IllegalArgumentException in one sentence, if it is no such number
    static long parse(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.equals("0")) {
            return 0;
        }
        Matcher size = FORM.matcher(plain);
        if (!size.matches()) {
            throw new IllegalArgumentException(
                    "a size is 0 or a number with a unit, such as 512m or 2g, not '" + text + "'");
        }
        int power = 1 + "kmgt".indexOf(size.group(2));
        // No number that the form allows comes near the end of what a long can hold.
        return (long) (Double.parseDouble(size.group(1)) * Math.pow(1024, power));
    }
}
