package dev.weft.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Options of every command that looks at models or plugins.
final class CommonOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "Look for models in this folder too, before Weft's own. May be given several times.")
    private List<Path> models = new ArrayList<>();

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    @Option(
            names = {"-v", "--verbose"},
            description = "Say more: where the time goes, and the technical reason of what goes wrong.")
    private boolean verbose;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Append to this file what happens, for programs: one JSON object a line for each execution,"
                    + " node, saved file, warning and error.")
    private @Nullable Path log;

    List<Path> models() {
        return List.copyOf(models);
    }

    PluginOptions plugins() {
        return plugins;
    }

    /// Where programs find what happens.
    ///
    /// @throws ParameterException if the file cannot be written to
    Optional<Path> log() {
        Path file = log;
        if (file == null) {
            return Optional.empty();
        }
        try {
            Path absolute = file.toAbsolutePath();
            Files.createDirectories(Objects.requireNonNull(absolute.getParent(), "a file has a folder"));
            Files.writeString(absolute, "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return Optional.of(absolute);
        } catch (IOException e) {
            throw new ParameterException(
                    Objects.requireNonNull(command, "picocli gives every command its specification")
                            .commandLine(),
                    "--log: " + file + " cannot be written to (" + e.getClass().getSimpleName()
                            + "); name another file");
        }
    }

    boolean verbose() {
        return verbose;
    }
}
