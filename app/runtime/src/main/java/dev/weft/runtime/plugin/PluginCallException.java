package dev.weft.runtime.plugin;

/// A call into a plugin did not return as it should.
final class PluginCallException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Explanation explanation;

    PluginCallException(Explanation explanation) {
        super(explanation.complaint() + "; " + explanation.fix());
        this.explanation = explanation;
    }

    Explanation explanation() {
        return explanation;
    }
}
