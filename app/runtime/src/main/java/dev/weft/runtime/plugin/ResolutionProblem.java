package dev.weft.runtime.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What can be wrong with a plugin among others and in this version of Weft, though its own manifest is in order.
public sealed interface ResolutionProblem extends PluginProblem {
    /// It was made for a later plugin interface than this one.
    ///
    /// @param wanted the range of interface versions that its manifest gives
    /// @param offered the version of this one
    record NewerInterface(String plugin, String wanted, String offered) implements ResolutionProblem {
        @Override
        public String complaint() {
            return "plugin '" + plugin + "' is made for a later Weft (plugin interface " + wanted + ", this one has "
                    + offered + ")";
        }

        @Override
        public String fix() {
            return "update Weft, or get an older version of the plugin";
        }
    }

    /// It was made for an earlier plugin interface than this one.
    ///
    /// @param wanted the range of interface versions that its manifest gives
    /// @param offered the version of this one
    record OlderInterface(String plugin, String wanted, String offered) implements ResolutionProblem {
        @Override
        public String complaint() {
            return "plugin '" + plugin + "' is made for an earlier Weft (plugin interface " + wanted + ", this one has "
                    + offered + ")";
        }

        @Override
        public String fix() {
            return "get a newer version of the plugin";
        }
    }

    /// Several different files give themselves the same id and version. None of them is loaded, as nobody can say
    /// which was meant.
    ///
    /// @param sources all of them, this one among them
    record Duplicate(String plugin, String version, List<Path> sources) implements ResolutionProblem {
        /// Takes a copy.
        public Duplicate {
            sources = List.copyOf(sources);
        }

        @Override
        public String complaint() {
            return "plugin '" + plugin + "' " + version + " is there " + sources.size()
                    + " times with different content, in "
                    + sources.stream().map(Path::toString).collect(Collectors.joining(" and in "));
        }

        @Override
        public String fix() {
            return "remove all but one";
        }
    }

    /// A later version of it is there, and is used.
    ///
    /// @param newer the later version
    /// @param other where that lies
    record Superseded(String plugin, String version, Path source, String newer, Path other)
            implements ResolutionProblem {
        @Override
        public String complaint() {
            return "plugin '" + plugin + "' " + version + " in " + source + " is not used, as version " + newer
                    + " is there in " + other;
        }

        @Override
        public String fix() {
            return "remove one of the two";
        }
    }

    /// The same content is there twice, and the other file is used.
    record Copy(String plugin, Path source, Path other) implements ResolutionProblem {
        @Override
        public String complaint() {
            return "plugin '" + plugin + "' in " + source + " is a copy of " + other + ", which is used";
        }

        @Override
        public String fix() {
            return "remove one of the two";
        }
    }

    /// A plugin that it needs is not there.
    ///
    /// @param range which versions of that would do
    /// @param suggestion a plugin that is there under a similar id
    record MissingDependency(String plugin, String needed, String range, Optional<String> suggestion)
            implements ResolutionProblem {
        @Override
        public String complaint() {
            return "plugin '" + plugin + "' needs plugin '" + needed + "', which is not there";
        }

        @Override
        public String fix() {
            return suggestion
                    .map(near -> "if '" + near + "' is meant, its manifest has to say so, else install '" + needed
                            + "' in a version that fits " + range)
                    .orElse("install a version of it that fits " + range);
        }
    }

    /// A plugin that it needs is there in a version that does not fit.
    ///
    /// @param range which versions would do
    /// @param actual the version that is there
    /// @param later whether the range holds versions above the one that is there
    record UnfitDependency(String plugin, String needed, String range, String actual, boolean later)
            implements ResolutionProblem {
        @Override
        public String complaint() {
            return "plugin '" + plugin + "' needs plugin '" + needed + "' " + range + ", and " + actual + " is there";
        }

        @Override
        public String fix() {
            return later
                    ? "update '" + needed + "' to a version that fits"
                    : "get a version of '" + plugin + "' that works with '" + needed + "' " + actual;
        }
    }

    /// A plugin that it needs was rejected.
    record RejectedDependency(String plugin, String needed) implements ResolutionProblem {
        @Override
        public String complaint() {
            return "plugin '" + plugin + "' needs plugin '" + needed + "', which cannot be loaded";
        }

        @Override
        public String fix() {
            return "see to '" + needed + "' first";
        }
    }

    /// It needs itself, over others or directly.
    ///
    /// @param path the ids along the circle, the first of them again at the end
    record Circle(String plugin, List<String> path) implements ResolutionProblem {
        /// Takes a copy.
        public Circle {
            path = List.copyOf(path);
        }

        @Override
        public String complaint() {
            return "plugin '" + plugin + "' needs itself before it can be loaded: " + String.join(" → ", path);
        }

        @Override
        public String fix() {
            return "get a version of one of them that does without the next, or remove them";
        }
    }
}
