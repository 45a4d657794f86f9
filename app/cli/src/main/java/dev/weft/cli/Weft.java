package dev.weft.cli;

import dev.weft.graph.validation.Suggestions;
import dev.weft.runtime.queue.QueueException;
import dev.weft.runtime.queue.RunId;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Entry of the `weft` command.
public final class Weft {
    private Weft() {}

    /// Runs the command and ends the process with its exit code.
    public static void main(String[] arguments) {
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            // The question that scripts ask most need not wait for the command line to be taken in.
            System.out.println(Version.text());
            return;
        }
        // Whoever starts it by a double click, or without having read anything, wants to see something.
        System.exit(run(Session.ofProcess(), arguments.length == 0 ? new String[] {"edit"} : arguments));
    }

    /// Runs the command and returns its exit code.
    static int run(Session session, String... arguments) {
        IFactory factory = factory();
        Terminal terminal = session.terminal();
        CommandLine commands = new CommandLine(new WeftCommand(session), factory)
                .addSubcommand(new CommandLine(new EditCommand(session), factory))
                .addSubcommand(new CommandLine(new RunCommand(session), factory))
                .addSubcommand(new CommandLine(new ValidateCommand(session), factory))
                .addSubcommand(new CommandLine(new ScoreCommand(session), factory))
                .addSubcommand(new CommandLine(new NodesCommand(session), factory))
                .addSubcommand(new CommandLine(new ModelsCommand(session), factory))
                .addSubcommand(plugins(session, factory))
                .addSubcommand(queue(session, factory))
                .addSubcommand(history(session, factory))
                .addSubcommand(new CommandLine(new GenerateCompletion(), factory))
                .addSubcommand(new CommandLine(new HelpCommand(), factory))
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(Math.clamp(terminal.columns().orElse(100), 60, 120))
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF))
                .setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()))
                .setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()))
                .setParameterExceptionHandler((failure, _) -> refuse(session, failure))
                .setExecutionExceptionHandler((failure, _, _) -> apologise(session, failure));
        addHelp(commands);
        commands.getCommandSpec()
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print the version and stop.")
                        .build());
        return commands.registerConverter(RunId.class, new RunIdConverter()).execute(arguments);
    }

    private static CommandLine queue(Session session, IFactory factory) {
        CommandLine queue = new CommandLine(new QueueCommand(session), factory);
        // What most people want comes first in the help.
        Map<String, CommandLine> others = new LinkedHashMap<>(queue.getSubcommands());
        others.keySet().forEach(queue.getCommandSpec()::removeSubcommand);
        queue.addSubcommand(new CommandLine(new QueueAddCommand(session), factory))
                .addSubcommand(new CommandLine(new QueueRunCommand(session), factory));
        others.values().forEach(queue::addSubcommand);
        return queue;
    }

    private static CommandLine history(Session session, IFactory factory) {
        return new CommandLine(new HistoryCommand(session), factory)
                .addSubcommand(new CommandLine(new HistoryListCommand(session), factory))
                .addSubcommand(new CommandLine(new HistoryShowCommand(session), factory));
    }

    private static CommandLine plugins(Session session, IFactory factory) {
        return new CommandLine(new PluginsCommand(session), factory)
                .addSubcommand(new CommandLine(new PluginsShowCommand(session), factory))
                .addSubcommand(new CommandLine(new PluginsAllowCommand(session), factory))
                .addSubcommand(new CommandLine(new PluginsForbidCommand(session), factory))
                .addSubcommand(new CommandLine(new PluginNewCommand(session), factory));
    }

    private static void addHelp(CommandLine command) {
        command.getSubcommands().values().forEach(Weft::addHelp);
        if (command.getCommandSpec().findOption("--help") == null) {
            command.getCommandSpec()
                    .addOption(OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Print this help and stop.")
                            .build());
        }
    }

    private static IFactory factory() {
        IFactory ordinary = CommandLine.defaultFactory();
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return type == Version.class ? type.cast(new Version()) : ordinary.create(type);
            }
        };
    }

    private static int refuse(Session session, ParameterException failure) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        session.complain(sentence(failure));
        session.terminal().err().println("Try '" + command + " --help'.");
        return ExitCode.USAGE;
    }

    private static String sentence(ParameterException failure) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(failure.getMessage());
        }
        String typed = unmatched.getUnmatched().getFirst();
        CommandLine command = failure.getCommandLine();
        if (typed.startsWith("-") || command.getSubcommands().isEmpty()) {
            return "'" + typed + "' is not an option or argument of '"
                    + command.getCommandSpec().qualifiedName() + "'"
                    + new Suggestions()
                            .nearest(
                                    typed, command.getCommandSpec().optionsMap().keySet())
                            .map(option -> "; did you mean '" + option + "'?")
                            .orElse("");
        }
        return "there is no command '" + typed + "'"
                + new Suggestions()
                        .nearest(typed, command.getSubcommands().keySet())
                        .map(name -> "; did you mean '" + name + "'?")
                        .orElse("");
    }

    private static int apologise(Session session, Exception failure) {
        if (failure instanceof QueueException) {
            LoggerFactory.getLogger(Weft.class).info("the queue refused", failure);
            session.complain(String.valueOf(failure.getMessage()));
            return ExitCode.FAILED;
        }
        LoggerFactory.getLogger(Weft.class).error("the command failed unexpectedly", failure);
        session.complain("this should not have happened (" + failure.getClass().getSimpleName() + ": "
                + failure.getMessage() + "); please report it with the log "
                + session.installation().logFile());
        return ExitCode.FAILED;
    }
}
