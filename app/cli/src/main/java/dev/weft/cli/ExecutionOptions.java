package dev.weft.cli;

import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Options of every command that runs models and saves what they make.
final class ExecutionOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "output",
            description = "Save results in this folder, which is made if need be. Default: ${DEFAULT-VALUE}")
    private Path output = Path.of("output");

    @Option(
            names = "--backend",
            paramLabel = "BACKEND",
            defaultValue = "auto",
            description = "Where models run: cpu, cuda, cuda:N for a GPU's number, or auto for the fastest that works."
                    + " Default: ${DEFAULT-VALUE}")
    private String backend = "auto";

    Path output() {
        return output;
    }

    /// Where models run, as it was written.
    String backend() {
        return backend;
    }

    /// How models are to be run.
    ///
    /// @throws ParameterException if there is no such backend
    BackendSettings settings(Session session) {
        try {
            return BackendSettings.of(BackendChoice.parse(backend))
                    .withLibraryFolder(session.installation().libraries());
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    /// A complaint about what was written on the command line.
    ParameterException usage(String message) {
        CommandSpec known = command;
        if (known == null) {
            throw new IllegalStateException("picocli gives every command its specification");
        }
        return new ParameterException(known.commandLine(), message);
    }
}
