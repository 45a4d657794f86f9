package dev.weft.cli;

import dev.weft.runtime.plugin.PluginOrigin;
import dev.weft.runtime.plugin.PluginStatus;
import dev.weft.runtime.plugin.PluginTrust;
import dev.weft.runtime.plugin.PluginTrust.Verdict;
import dev.weft.runtime.trust.AllowedContent;
import dev.weft.runtime.trust.PermissionFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `weft plugins allow`.
@Command(
        name = "allow",
        header = "Lets plugins be loaded from now on.",
        description = {
            "",
            "A plugin may do all that you may do on this machine: allow those alone whose source you trust. What you"
                    + " allow is this very content, known by its hash; once the file changes, Weft asks again."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  weft plugins allow my-nodes", "  weft plugins allow ~/.weft/plugins/my-nodes-1.2.jar"})
final class PluginsAllowCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private PluginPlaces places = new PluginPlaces();

    @Parameters(
            paramLabel = "PLUGIN",
            arity = "0..*",
            description = "Ids of plugins, such as my-nodes, or their files.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--all", description = "All that are there and are not forbidden.")
    private boolean all;

    @Spec
    private @Nullable CommandSpec spec;

    PluginsAllowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (names.isEmpty() && !all && spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "no plugin is named; name one, or allow all that there are with --all");
        }
        PluginSearch search = new PluginSearch(session, places.list());
        NamedPlugins there = search.found();
        Set<PluginOrigin> chosen = new LinkedHashSet<>();
        for (String name : names) {
            List<PluginStatus> meant = there.find(name);
            Optional<String> complaint = meant.isEmpty() ? Optional.of(there.unknown(name)) : complaint(name, meant);
            if (complaint.isPresent()) {
                session.complain(complaint.get());
                return ExitCode.USAGE;
            }
            meant.forEach(plugin -> chosen.add(plugin.origin()));
        }
        PluginTrust trust = search.userTrust();
        if (all) {
            there.plugins().stream()
                    .filter(PluginWords::isReadable)
                    .map(PluginStatus::origin)
                    .filter(origin -> verdict(trust, origin) != Verdict.FORBIDDEN)
                    .forEach(chosen::add);
        }
        return allow(chosen, trust);
    }

    /// Why the plugins of one name cannot be allowed.
    private static Optional<String> complaint(String name, List<PluginStatus> meant) {
        Optional<PluginStatus> unreadable =
                meant.stream().filter(plugin -> !PluginWords.isReadable(plugin)).findFirst();
        if (unreadable.isPresent()) {
            return Optional.of(unreadable.get().message());
        }
        long contents = meant.stream()
                .map(plugin -> plugin.origin().sha256())
                .distinct()
                .count();
        return contents == 1
                ? Optional.empty()
                : Optional.of(
                        "there are " + contents + " different plugins '" + name + "'; name the file that you mean: "
                                + meant.stream()
                                        .map(plugin -> plugin.origin().source().toString())
                                        .collect(Collectors.joining(", ")));
    }

    private int allow(Set<PluginOrigin> chosen, PluginTrust trust) {
        PermissionFile file = new PermissionFile(session.installation().data());
        for (PluginOrigin origin : chosen) {
            String name = origin.name()
                    + origin.version().map(version -> " " + version).orElse("");
            if (verdict(trust, origin) == Verdict.ALLOWED) {
                session.terminal().out().println(name + " may be loaded already");
                continue;
            }
            try {
                file.change(before -> before.allow(origin.name(), content(origin)));
            } catch (IOException e) {
                session.complain(String.valueOf(e.getMessage()));
                return ExitCode.FAILED;
            }
            session.terminal().out().println("allowed " + name + " in " + origin.source());
        }
        if (chosen.isEmpty()) {
            session.terminal().out().println("there is no plugin that was not allowed");
        }
        return ExitCode.DONE;
    }

    private static AllowedContent content(PluginOrigin origin) {
        return new AllowedContent(origin.sha256().orElse(""), origin.version().orElse(""), origin.source());
    }

    private static Verdict verdict(PluginTrust trust, PluginOrigin origin) {
        return trust.judge(origin.name(), origin.source(), origin.sha256().orElse(""));
    }
}
