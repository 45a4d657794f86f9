package dev.weft.cli;

import dev.weft.models.backend.MemoryBudget;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The option of commands that open models, which says how much memory these may take.
final class ModelMemoryOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--model-memory",
            paramLabel = "SIZE",
            defaultValue = "auto",
            description = "How much memory opened models may take together, such as 4g: those that were used longest"
                    + " ago are closed to make room. Default: ${DEFAULT-VALUE}, three quarters of the memory, and"
                    + " less while other programs need it")
    private String modelMemory = "auto";

    /// What it says.
    ///
    /// @throws ParameterException if it is neither a size nor auto
    MemoryBudget budget() {
        try {
            return modelMemory.equals("auto")
                    ? new MemoryBudget.Automatic()
                    : new MemoryBudget.Bytes(ByteSize.parse(modelMemory));
        } catch (IllegalArgumentException e) {
            CommandSpec known = command;
            if (known == null) {
                throw new IllegalStateException("picocli gives every command its specification", e);
            }
            throw new ParameterException(known.commandLine(), "--model-memory: " + e.getMessage(), e);
        }
    }
}
