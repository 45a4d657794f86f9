package dev.weft.models.style;

/// What belongs to one reference in a `.style` file, by the names of metadata and tensors.
///
/// @param index the reference's place among the file's, counted from 0
record ReferenceKeys(int index) {
    String prompt() {
        return key("prompt");
    }

    String guidance() {
        return key("guidance");
    }

    String weight() {
        return key("weight");
    }

    String offset() {
        return key("offset");
    }

    String credits() {
        return key("credits");
    }

    String thumbnail() {
        return key("thumbnail");
    }

    String trajectory() {
        return key("trajectory");
    }

    String timesteps() {
        return key("timesteps");
    }

    String steps() {
        return key("steps");
    }

    String positive() {
        return key("positive");
    }

    String negative() {
        return key("negative");
    }

    /// The pooled vector that belongs to an encoded prompt.
    static String pooled(String prompt) {
        return prompt + "_pooled";
    }

    private String key(String what) {
        return "reference." + index + "." + what;
    }
}
