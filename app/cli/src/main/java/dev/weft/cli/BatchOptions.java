package dev.weft.cli;

import dev.weft.models.backend.BatchLimit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The option that says how many rows go through the denoising network at once.
final class BatchOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--max-batch",
            paramLabel = "N",
            defaultValue = "auto",
            description =
                    "Run at most N rows through the denoising network at once, or auto for as many as fit into free"
                            + " memory. A picture takes two rows where guidance is used. Results stay the same. Default:"
                            + " ${DEFAULT-VALUE}")
    private String maxBatch = "auto";

    /// As it was written.
    String text() {
        return maxBatch;
    }

    /// What it says.
    ///
    /// @throws ParameterException if it is neither a number from 1 nor auto
    BatchLimit limit() {
        try {
            return BatchLimit.parse(maxBatch);
        } catch (IllegalArgumentException e) {
            CommandSpec known = command;
            if (known == null) {
                throw new IllegalStateException("picocli gives every command its specification", e);
            }
            throw new ParameterException(known.commandLine(), "--max-batch: " + e.getMessage(), e);
        }
    }
}
