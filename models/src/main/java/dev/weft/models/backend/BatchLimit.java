package dev.weft.models.backend;

/// How many rows one call of a U-Net may have, both halves of the guidance counted.
public sealed interface BatchLimit {
    /// As many as fit into free memory, and no more than pay.
    record Automatic() implements BatchLimit {}

    /// At most this many.
    ///
    /// @param count at least 1
    record Rows(int count) implements BatchLimit {
        public Rows {
            if (count < 1) {
                throw new IllegalArgumentException(
                        "A U-Net call has at least one row, but the limit is " + count + ".");
            }
        }
    }

    /// Reads `auto` or a whole number from 1.
    ///
    /// @throws IllegalArgumentException with a sentence for the user if the text is neither
    static BatchLimit parse(String text) {
        if (text.equals("auto")) {
            return new Automatic();
        }
        try {
            int count = Integer.parseInt(text);
            if (count > 0) {
                return new Rows(count);
            }
        } catch (NumberFormatException _) {
            // Told below.
        }
        throw new IllegalArgumentException("A limit of rows is auto or a whole number from 1, not '" + text + "'.");
    }
}
