package dev.weft.graph.json;

/// Finds UTF-16 surrogates without their other half, which are no characters and which UTF-8 cannot hold.
final class HalfPairs {
    private HalfPairs() {}

    static boolean in(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (at(text, i)) {
                return true;
            }
        }
        return false;
    }

    static boolean at(String text, int index) {
        char unit = text.charAt(index);
        if (Character.isHighSurrogate(unit)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(unit) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
