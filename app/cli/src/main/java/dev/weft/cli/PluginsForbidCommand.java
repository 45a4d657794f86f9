package dev.weft.cli;

import dev.weft.runtime.plugin.PluginStatus;
import dev.weft.runtime.trust.PermissionFile;
import dev.weft.runtime.trust.Permissions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `weft plugins forbid`.
@Command(
        name = "forbid",
        header = "Keeps plugins from being loaded, whatever they contain.",
        description = {"", "A plugin that was forbidden can be allowed again."},
        footerHeading = "%nExample:%n",
        footer = "  weft plugins forbid my-nodes")
final class PluginsForbidCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private PluginPlaces places = new PluginPlaces();

    @Parameters(
            paramLabel = "PLUGIN",
            arity = "1..*",
            description = "Ids of plugins, such as my-nodes, or their files.")
    private List<String> names = new ArrayList<>();

    PluginsForbidCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        NamedPlugins there = new PluginSearch(session, places.list()).found();
        PermissionFile file = new PermissionFile(session.installation().data());
        try {
            Permissions before = file.read();
            Set<String> ids = new LinkedHashSet<>();
            for (String name : names) {
                List<PluginStatus> meant = there.find(name);
                if (!meant.isEmpty()) {
                    meant.forEach(plugin -> ids.add(plugin.plugin()));
                } else if (before.allowed().containsKey(name)
                        || before.forbidden().contains(name)) {
                    // Its file may have been removed, and may come back.
                    ids.add(name);
                } else {
                    session.complain(there.unknown(name));
                    return ExitCode.USAGE;
                }
            }
            for (String id : ids) {
                file.change(permissions -> permissions.forbid(id));
                session.terminal().out().println("forbade " + id);
            }
            return ExitCode.DONE;
        } catch (IOException e) {
            session.complain(String.valueOf(e.getMessage()));
            return ExitCode.FAILED;
        }
    }
}
