package dev.weft.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Options that set parameters of workflows.
final class AssignmentOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--set",
            paramLabel = "NODE.PARAM=VALUE",
            description = {
                "Set a parameter of the node with this id or title, in every file that has it. Texts are taken as they"
                        + " are, so a line break in the argument is one in the text. A link to the parameter gives way. May be"
                        + " given several times.",
            })
    private List<String> assignments = new ArrayList<>();

    /// As they were written.
    List<String> texts() {
        return List.copyOf(assignments);
    }

    /// What they set.
    ///
    /// @throws ParameterException if one has another form
    List<Assignment> all() {
        return assignments.stream().map(this::assignment).toList();
    }

    /// A complaint about one of them.
    ParameterException usage(String message) {
        CommandSpec known = command;
        if (known == null) {
            throw new IllegalStateException("picocli gives every command its specification");
        }
        return new ParameterException(known.commandLine(), message);
    }

    private Assignment assignment(String text) {
        try {
            return Assignment.parse(text);
        } catch (IllegalArgumentException e) {
            throw usage("--set " + e.getMessage());
        }
    }
}
