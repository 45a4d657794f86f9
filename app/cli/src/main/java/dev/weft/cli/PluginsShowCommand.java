package dev.weft.cli;

import dev.weft.graph.NodeTypeId;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.NodeSignature;
import dev.weft.runtime.WeftRuntime;
import dev.weft.runtime.plugin.PluginOrigin;
import dev.weft.runtime.plugin.PluginStatus;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `weft plugins show`.
@Command(
        name = "show",
        header = "Describes one plugin: where it lies, its hash, its node types.",
        footerHeading = "%nExample:%n",
        footer = "  weft plugins show core")
final class PluginsShowCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private PluginOptions options = new PluginOptions();

    @Parameters(paramLabel = "PLUGIN", description = "A plugin's id, such as core, or its file.")
    private String plugin = "";

    PluginsShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (WeftRuntime runtime =
                session.look(new PluginSearch(session, options.places()).allowed(options.allowAll()))) {
            NamedPlugins named = new NamedPlugins(runtime.plugins());
            List<PluginStatus> found = named.find(plugin);
            if (found.isEmpty()) {
                session.complain(named.unknown(plugin));
                return ExitCode.USAGE;
            }
            found.forEach(each -> describe(each, runtime.nodeTypes()));
        }
        return ExitCode.DONE;
    }

    private void describe(PluginStatus status, NodeCatalog catalog) {
        PrintStream out = session.terminal().out();
        PluginOrigin origin = status.origin();
        out.println(status.plugin()
                + origin.version().map(version -> " " + version).orElse("") + ": " + PluginWords.state(status));
        out.println("  " + origin.source());
        origin.sha256().ifPresent(hash -> out.println("  SHA-256 " + hash));
        if (!(status instanceof PluginStatus.Loaded)) {
            out.println();
            new Paragraph(status.message() + ".")
                    .lines(session.terminal().columns())
                    .forEach(out::println);
        }
        List<NodeTypeId> types = PluginWords.nodeTypes(status);
        if (!types.isEmpty()) {
            out.println();
            out.println("Node types:");
        }
        int width =
                types.stream().mapToInt(type -> type.toString().length()).max().orElse(0);
        for (NodeTypeId type : types) {
            String title = catalog.find(type).map(NodeSignature::title).orElse("");
            out.println("  " + type + " ".repeat(width - type.toString().length() + 2) + title);
        }
    }
}
