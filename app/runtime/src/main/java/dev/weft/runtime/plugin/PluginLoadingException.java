package dev.weft.runtime.plugin;

import dev.weft.runtime.plugin.PluginStatus.Failed;
import dev.weft.runtime.plugin.PluginStatus.Phase;

/// A plugin could not be loaded.
final class PluginLoadingException extends Exception {
    private static final long serialVersionUID = 1;

    private final Phase phase;
    private final String sentence;

    /// @param sentence what is wrong and what to do, without a full stop
    PluginLoadingException(Phase phase, String sentence) {
        super(sentence);
        this.phase = phase;
        this.sentence = sentence;
    }

    Failed status(FoundPlugin plugin) {
        return new Failed(plugin.origin(), phase, sentence);
    }
}
