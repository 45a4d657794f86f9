package dev.weft.runtime.plugin;

import java.nio.file.Path;
import java.util.Optional;

/// What can be wrong with a plugin's file, whatever other plugins there are.
public sealed interface FileProblem extends PluginProblem {
    /// It cannot be read.
    ///
    /// @param reason what the system says
    record Unreadable(Path source, String reason) implements FileProblem {
        @Override
        public String complaint() {
            return source + " cannot be read (" + reason + ")";
        }

        @Override
        public String fix() {
            return "see to it that it is there and that you may read it, or remove it";
        }
    }

    /// Its name ends with `.jar`, and it is none.
    ///
    /// @param reason how that shows, as a part of a sentence
    record NotAJar(Path source, String reason) implements FileProblem {
        @Override
        public String complaint() {
            return source + " is not a working jar file: " + reason;
        }

        @Override
        public String fix() {
            return "download or copy it again, or remove it";
        }
    }

    /// It has no manifest.
    ///
    /// @param misplaced where in the jar a file of the manifest's name lies instead
    record NoManifest(Path source, Optional<String> misplaced) implements FileProblem {
        @Override
        public String complaint() {
            return source + " is not a plugin: "
                    + misplaced
                            .map(place -> "its manifest is " + place + " instead of " + PluginFile.MANIFEST)
                            .orElse("it has no " + PluginFile.MANIFEST);
        }

        @Override
        public String fix() {
            return misplaced.isPresent()
                    ? "build it with that file in its place"
                    : "a library belongs into the jar of the plugin that uses it, and anything else out of this folder";
        }
    }

    /// It is a plugin for another program.
    ///
    /// @param program which, such as `Velocity`
    /// @param sign the file within the jar that shows it
    record ForeignPlugin(Path source, String program, String sign) implements FileProblem {
        @Override
        public String complaint() {
            return source + " is a plugin for " + program + ", as its " + sign + " says, and none for Weft";
        }

        @Override
        public String fix() {
            return "move it to where " + program + " looks for it";
        }
    }

    /// It refers to files beside it, which were neither hashed nor allowed.
    ///
    /// @param files what the `Class-Path` in its `META-INF/MANIFEST.MF` says
    record OutsideFiles(Path source, String files) implements FileProblem {
        @Override
        public String complaint() {
            return source + " wants classes from other files (Class-Path: " + files
                    + "), and a plugin brings all that it needs in its own jar";
        }

        @Override
        public String fix() {
            return "build it without Class-Path, with those jars in its " + PrivateLibraries.FOLDER;
        }
    }

    /// Its manifest does not say what it must.
    ///
    /// @param line of the manifest, counted from 1
    /// @param column of the manifest, counted from 1
    /// @param mistake what is wrong there, as a part of a sentence
    record BadManifest(Path source, int line, int column, String mistake, String fix) implements FileProblem {
        @Override
        public String complaint() {
            return PluginFile.MANIFEST + " of " + source + " has a mistake at line " + line + ", column " + column
                    + ": " + mistake;
        }
    }
}
