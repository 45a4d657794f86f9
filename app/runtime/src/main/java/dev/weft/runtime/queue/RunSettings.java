package dev.weft.runtime.queue;

import java.nio.file.Path;
import java.util.List;

/// What a run needs beside its workflow. It may be run much later, by a program that was started elsewhere, so
/// all
/// paths are absolute.
///
/// @param output where results are saved
/// @param input where files are looked for that the workflow names without a folder
/// @param models folders in which models are looked for before Weft's own
/// @param backend where models run, as it is written on the command line
/// @param maxBatch the most rows of one U-Net call, as it is written on the command line
/// @param assignments parameters that were set in the workflow when it was accepted, for people to read; the
/// workflow
/// holds them already
/// @param targets ids of the nodes to be run, together with what they need; all output nodes if there are none
/// @param partly whether the others are run where problems keep some output nodes from running
public record RunSettings(
        Path output,
        Path input,
        List<Path> models,
        String backend,
        String maxBatch,
        List<String> assignments,
        List<String> targets,
        boolean partly) {
    /// Takes copies of the lists and makes every path absolute.
    public RunSettings {
        output = absolute(output);
        input = absolute(input);
        models = models.stream().map(RunSettings::absolute).toList();
        assignments = List.copyOf(assignments);
        targets = List.copyOf(targets);
    }

    /// Settings that differ from nothing: models from Weft's own folders, run wherever it goes fastest.
    public static RunSettings into(Path output, Path input) {
        return new RunSettings(output, input, List.of(), "auto", "auto", List.of(), List.of(), false);
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
