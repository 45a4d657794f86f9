package dev.weft.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `weft`: the options that stand before any command.
@Command(
        name = "weft",
        header = "Draws sets of pictures in one style, from workflows of nodes.",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "  0:all was done",
            "  2:the command line is at fault; nothing was run",
            "  3:a workflow cannot be read, or cannot run as it is",
            "  4:a node failed, or the output folder cannot be written to",
            "130:stopped with Ctrl-C",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  weft edit examples/style-aligned.weft.json",
            "  weft run examples/style-aligned.weft.json",
            "  weft run examples/style-aligned.weft.json --set sampler.seed=7 --output pictures",
            "  weft validate examples/*.weft.json",
            "  weft score output",
            "  weft nodes stylealigned:shared_attention_sampler",
            "  weft plugins",
            "  weft help run"
        })
final class WeftCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    private @Nullable CommandSpec spec;

    WeftCommand(Session session) {
        this.session = session;
    }

    /// Without a command there is nothing to do but to say what could be done.
    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(session.terminal().err());
        }
        return ExitCode.USAGE;
    }
}
