package dev.weft.cli.log;

import java.nio.file.Path;
import java.util.Optional;

/// What logging is told before the first line is logged. Kept in system properties, as SLF4J makes the one that reads
/// them by itself.
///
/// @param file where all is kept, for people
/// @param json where all is kept and what executions do, for programs
/// @param verbose whether debugging lines and stack traces go to standard error too
/// @param eraseLine whether standard error shows a progress bar that a line must not be appended to
public record LogSettings(Optional<Path> file, Optional<Path> json, boolean verbose, boolean eraseLine) {
    private static final String FILE = "weft.log.file";
    private static final String JSON = "weft.log.json";
    private static final String VERBOSE = "weft.log.verbose";
    private static final String ERASE_LINE = "weft.log.erase_line";

    /// Makes these the settings of this process. Without effect once something was logged.
    public void install() {
        file.ifPresent(path -> System.setProperty(FILE, path.toString()));
        json.ifPresent(path -> System.setProperty(JSON, path.toString()));
        System.setProperty(VERBOSE, Boolean.toString(verbose));
        System.setProperty(ERASE_LINE, Boolean.toString(eraseLine));
    }

    static LogSettings installed() {
        return new LogSettings(
                Optional.ofNullable(System.getProperty(FILE)).map(Path::of),
                Optional.ofNullable(System.getProperty(JSON)).map(Path::of),
                Boolean.getBoolean(VERBOSE),
                Boolean.getBoolean(ERASE_LINE));
    }
}
