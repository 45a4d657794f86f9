package dev.weft.cli;

import dev.weft.cli.author.NewPlugin;
import dev.weft.cli.author.PluginProject;
import dev.weft.cli.author.ProjectException;
import dev.weft.cli.author.WeftHome;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weft plugin new`.
@Command(
        name = "new",
        header = "Writes the project of a new plugin: a node, its test and all that builds them.",
        description = {"", "README.md in the new folder tells how to get from there to a picture."},
        footerHeading = "%nExamples:%n",
        footer = {"  weft plugin new my-nodes", "  weft plugin new my-nodes --dir work/my-nodes"})
final class PluginNewCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "PLUGIN",
            description = "The plugin's id, such as my-nodes; the names of its node types will begin with it.")
    private String id = "";

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "The folder of the project, which must be empty or not there yet; that of the plugin's id"
                    + " unless said otherwise.")
    private Optional<Path> folder = Optional.empty();

    PluginNewCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path project;
        try {
            NewPlugin plugin = NewPlugin.named(id);
            project = folder.orElse(Path.of(id));
            Path weft = session.installation().home();
            WeftHome home = new WeftHome(weft, weft.resolve("app/cli/target/weft/repository"));
            new PluginProject(plugin, home).write(project);
        } catch (ProjectException e) {
            session.complain(String.valueOf(e.getMessage()));
            return ExitCode.USAGE;
        }
        PrintStream out = session.terminal().out();
        out.println("wrote the plugin " + id + " to " + project);
        out.println();
        out.println("  cd " + quoted(project.toString()));
        out.println("  ./mvnw verify");
        out.println();
        out.println("README.md there says how to go on.");
        return ExitCode.DONE;
    }

    /// As a shell takes it.
    private static String quoted(String name) {
        return name.matches("[\\w./~:\\\\-]+") ? name : "\"" + name + "\"";
    }
}
