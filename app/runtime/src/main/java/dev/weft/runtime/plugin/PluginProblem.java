package dev.weft.runtime.plugin;

import java.nio.file.Path;

/// Why a plugin was rejected before any of its code was run.
public sealed interface PluginProblem {
    /// What is wrong: a part of a sentence.
    String complaint();

    /// What to do: a part of a sentence.
    String fix();

    /// Both as one sentence, without a full stop.
    default String message() {
        return complaint() + "; " + fix();
    }

    /// Its file cannot be read.
    record Unreadable(Path source, String reason) implements PluginProblem {
        @Override
        public String complaint() {
            return source + " cannot be read as a plugin: " + reason;
        }

        @Override
        public String fix() {
            return "copy it there again or remove it";
        }
    }

    /// Its manifest does not say what it must.
    record BadManifest(Path source, String mistake) implements PluginProblem {
        @Override
        public String complaint() {
            return "the plugin manifest in " + source + " cannot be used: " + mistake;
        }

        @Override
        public String fix() {
            return "update or remove that plugin";
        }
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

    /// Two plugins call themselves the same.
    record Duplicate(String plugin, Path source, Path other) implements PluginProblem {
        @Override
        public String complaint() {
            return "there are two plugins with the id '" + plugin + "', in " + other + " and " + source;
        }

        @Override
        public String fix() {
            return "remove one";
        }
    }

    /// It was made for another version of the plugin interface.
    record OtherInterface(String plugin, String wanted, String offered) implements PluginProblem {
        @Override
        public String complaint() {
            return "plugin '" + plugin + "' is made for Weft's plugin interface " + wanted + ", and this is " + offered;
        }

        @Override
        public String fix() {
            return "get a version of it that fits";
        }
    }

    /// A plugin that it needs is not there.
    record MissingDependency(String plugin, String needed) implements PluginProblem {
        @Override
        public String complaint() {
            return "plugin '" + plugin + "' needs plugin '" + needed + "', which is not there";
        }

        @Override
        public String fix() {
            return "install it";
        }
    }

    /// A plugin that it needs is there in a version that does not fit.
    record UnfitDependency(String plugin, String needed, String range, String actual) implements PluginProblem {
        @Override
        public String complaint() {
            return "plugin '" + plugin + "' needs plugin '" + needed + "' " + range + ", and " + actual + " is there";
        }

        @Override
        public String fix() {
            return "update one of them";
        }
    }

    /// A plugin that it needs was rejected.
    record RejectedDependency(String plugin, String needed) implements PluginProblem {
        @Override
        public String complaint() {
            return "plugin '" + plugin + "' needs plugin '" + needed + "', which cannot be loaded either";
        }

        @Override
        public String fix() {
            return "look at that one first";
        }
    }
}
