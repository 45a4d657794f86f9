package dev.weft.runtime.plugin;

/// A file is not one plugin for Weft.
final class PluginFileException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient FileProblem problem;

    PluginFileException(FileProblem problem) {
        super(problem.message());
        this.problem = problem;
    }

    FileProblem problem() {
        return problem;
    }
}
