package dev.weft.runtime.plugin;

/// What a plugin declares is not what the host can use. The host says this, not the plugin.
final class EntryFault extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient Explanation explanation;

    /// @param complaint what is wrong, and
    /// @param fix what to do: parts of a sentence
    EntryFault(String complaint, String fix) {
        super(complaint + "; " + fix);
        this.explanation = new Explanation(complaint, fix);
    }

    Explanation explanation() {
        return explanation;
    }
}
