package dev.weft.cli;

/// Entry of the `weft` command.
public final class Weft {
    private Weft() {}

    /// Runs the command and ends the process with its exit code.
    public static void main(String[] arguments) {
        System.out.println("weft 0.1.0");
        System.exit(0);
    }
}
