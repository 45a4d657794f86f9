package dev.weft.runtime.plugin;

import java.nio.file.Path;

/// Why a plugin was rejected before any of its code was run.
///
/// Each says in [#complaint()] what is wrong and in [#fix()] what to do; both are parts of one sentence.
public sealed interface PluginProblem permits FileProblem, PluginProblem.Untrusted, ResolutionProblem {
    /// What is wrong.
    String complaint();

    /// What to do.
    String fix();

    /// Both as one sentence, without a full stop.
    default String message() {
        return complaint() + "; " + fix();
    }

    /// It may not be loaded.
    record Untrusted(String plugin, Path source, PluginTrust.Verdict verdict) implements PluginProblem {
        @Override
        public String complaint() {
            return "plugin '" + plugin + "' in " + source
                    + switch (verdict) {
                        case CHANGED -> " has changed since you allowed it";
                        case FORBIDDEN -> " was forbidden";
                        case ALLOWED, UNKNOWN -> " is new and was not allowed yet";
                    };
        }

        @Override
        public String fix() {
            return "if you trust where it comes from, type 'weft plugins allow " + plugin + "'";
        }
    }
}
