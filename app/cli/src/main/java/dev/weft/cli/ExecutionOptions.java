package dev.weft.cli;

import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.MemoryBudget;
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

    @Option(
            names = "--model-memory",
            paramLabel = "SIZE",
            defaultValue = "auto",
            description = "How much memory opened models may take together, such as 4g: those that were used longest"
                    + " ago are closed to make room. Default: ${DEFAULT-VALUE}, three quarters of the memory, and"
                    + " less while other programs need it")
    private String modelMemory = "auto";

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
                    .withModelMemory(modelMemory())
                    .withLibraryFolder(session.installation().libraries());
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private MemoryBudget modelMemory() {
        try {
            return modelMemory.equals("auto")
                    ? new MemoryBudget.Automatic()
                    : new MemoryBudget.Bytes(ByteSize.parse(modelMemory));
        } catch (IllegalArgumentException e) {
            throw usage("--model-memory: " + e.getMessage());
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
