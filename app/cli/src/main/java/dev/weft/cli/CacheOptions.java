package dev.weft.cli;

import dev.weft.runtime.cache.CachePolicy;
import dev.weft.runtime.cache.CacheSettings;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Options of the commands that run several workflows, of which a later one may use what an earlier one made.
final class CacheOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--cache",
            paramLabel = "POLICY",
            defaultValue = "lru",
            description =
                    "Which results are kept for the workflows that follow: lru for what was used last, classic for"
                            + " what the last workflow used, or none. Default: ${DEFAULT-VALUE}")
    private String policy = "lru";

    @Option(
            names = "--cache-memory",
            paramLabel = "SIZE",
            defaultValue = "auto",
            description =
                    "Keep up to so much in memory, such as 512m or 2g, or auto for a quarter of what Java may take."
                            + " Default: ${DEFAULT-VALUE}")
    private String memory = "auto";

    @Option(
            names = "--cache-disk",
            paramLabel = "SIZE",
            defaultValue = "4g",
            description = "Put up to so much of what memory has no room for on disk until Weft ends, or 0 for nothing."
                    + " Default: ${DEFAULT-VALUE}")
    private String disk = "4g";

    /// How results are to be kept.
    ///
    /// @throws ParameterException if a value is none
    CacheSettings settings() {
        long memoryBytes = memory.equals("auto") ? CacheSettings.usual().memoryBytes() : size("--cache-memory", memory);
        return new CacheSettings(policy(), memoryBytes, size("--cache-disk", disk));
    }

    private CachePolicy policy() {
        return switch (policy.toLowerCase(Locale.ROOT)) {
            case "lru" -> CachePolicy.LRU;
            case "classic" -> CachePolicy.CLASSIC;
            case "none" -> CachePolicy.NONE;
            default -> throw usage("--cache: a policy is lru, classic or none, not '" + policy + "'");
        };
    }

    private long size(String option, String text) {
        try {
            return ByteSize.parse(text);
        } catch (IllegalArgumentException e) {
            throw usage(option + ": " + e.getMessage());
        }
    }

    private ParameterException usage(String message) {
        CommandSpec known = command;
        if (known == null) {
            throw new IllegalStateException("picocli gives every command its specification");
        }
        return new ParameterException(known.commandLine(), message);
    }
}
