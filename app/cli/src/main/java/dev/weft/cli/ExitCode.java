package dev.weft.cli;

/// What the process ends with. Of several files the largest code counts.
final class ExitCode {
    /// All was done.
    static final int DONE = 0;
    /// The command line is at fault; nothing was run.
    static final int USAGE = 2;
    /// A workflow cannot be read, or cannot run as it is.
    static final int INVALID = 3;
    /// A node failed, or the output folder cannot be written to.
    static final int FAILED = 4;
    /// Stopped with Ctrl-C. (What the system itself reports for a process that ends so.)
    static final int CANCELLED = 130;

    private ExitCode() {}
}
