package dev.weft.cli;

import dev.weft.runtime.WeftRuntime;
import dev.weft.runtime.plugin.PluginStatus;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `weft plugins`.
@Command(
        name = "plugins",
        aliases = "plugin",
        header = "Lists the plugins and what became of each.",
        description = {
            "",
            "A plugin is a jar in the folder plugins beside Weft, in ~/.weft/plugins, or where --plugins says. One that"
                    + " did not come with Weft, or has changed, is loaded once you have allowed it."
        },
        commandListHeading = "%nCommands:%n",
        synopsisSubcommandLabel = "[COMMAND]",
        footerHeading = "%nExamples:%n",
        footer = {
            "  weft plugins",
            "  weft plugins allow my-nodes",
            "  weft plugins --plugins my-nodes/target/classes",
            "  weft plugin new my-nodes"
        })
final class PluginsCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private PluginOptions options = new PluginOptions();

    @Option(names = "--json", description = "Print JSON, for programs: an array with an object for each plugin.")
    private boolean json;

    PluginsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (WeftRuntime runtime =
                session.look(new PluginSearch(session, options.places()).allowed(options.allowAll()))) {
            List<PluginStatus> plugins = runtime.plugins().stream()
                    .sorted(Comparator.comparing(PluginStatus::plugin))
                    .toList();
            if (json) {
                printJson(plugins);
            } else {
                printTable(plugins);
            }
        }
        return ExitCode.DONE;
    }

    private void printJson(List<PluginStatus> plugins) {
        session.terminal()
                .out()
                .println(plugins.stream()
                        .map(plugin -> "\n  " + PluginJson.of(plugin))
                        .collect(Collectors.joining(",", "[", "\n]")));
    }

    private void printTable(List<PluginStatus> plugins) {
        PrintStream out = session.terminal().out();
        if (plugins.isEmpty()) {
            session.complain("there are no plugins, not even Weft's own; build Weft anew");
        }
        new PluginTable(plugins, Path.of(System.getProperty("user.home")))
                .lines(session.terminal().columns())
                .forEach(out::println);
        for (PluginStatus plugin : plugins) {
            if (!(plugin instanceof PluginStatus.Loaded)) {
                out.println();
                new Paragraph(plugin.message() + ".")
                        .lines(session.terminal().columns())
                        .forEach(out::println);
            }
        }
    }
}
