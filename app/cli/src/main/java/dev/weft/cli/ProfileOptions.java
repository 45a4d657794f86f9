package dev.weft.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that tell where the time of a run goes.
final class ProfileOptions {
    @Option(
            names = "--profile",
            description = "Tell in the end where the time went, node by node and model by model, and write a trace that"
                    + " ui.perfetto.dev and chrome://tracing open.")
    private boolean profile;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description = "Write the trace of --profile to this file, instead of trace.json in the output folder.")
    private @Nullable Path trace;

    boolean wanted() {
        return profile || trace != null;
    }

    /// Where the trace is written.
    Path trace(Path output) {
        return trace != null ? trace : output.resolve("trace.json");
    }
}
