package dev.weft.runtime.plugin;

import com.github.zafarkhaja.semver.Version;
import dev.weft.runtime.plugin.PluginStatus.Rejected;
import dev.weft.runtime.plugin.ResolutionProblem.Copy;
import dev.weft.runtime.plugin.ResolutionProblem.Duplicate;
import dev.weft.runtime.plugin.ResolutionProblem.NewerInterface;
import dev.weft.runtime.plugin.ResolutionProblem.OlderInterface;
import dev.weft.runtime.plugin.ResolutionProblem.Superseded;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One plugin for each id, of those that this version of Weft can load: the highest version. Where two different files
/// claim the same version, neither is taken. The folder in which a file lies decides nothing: otherwise a jar could
/// take
/// another's place by lying in a folder that is looked through earlier.
///
/// @param chosen at most one for each id
/// @param rejected the others
record Selection(List<FoundPlugin> chosen, List<Rejected> rejected) {
    static Selection of(List<FoundPlugin> found, Version host) {
        List<Rejected> rejected = new ArrayList<>();
        SortedMap<String, List<FoundPlugin>> byId = new TreeMap<>();
        Map<String, FoundPlugin> byContent = new HashMap<>();
        for (FoundPlugin plugin : found.stream().sorted(FoundPlugin.ORDER).toList()) {
            Optional<PluginProblem> problem = madeForAnother(plugin, host).or(() -> copy(plugin, byContent));
            if (problem.isPresent()) {
                rejected.add(new Rejected(plugin.origin(), problem.get()));
            } else {
                byId.computeIfAbsent(plugin.id(), _ -> new ArrayList<>()).add(plugin);
            }
        }
        List<FoundPlugin> chosen = new ArrayList<>();
        byId.values().forEach(candidates -> choose(candidates, chosen, rejected));
        return new Selection(List.copyOf(chosen), List.copyOf(rejected));
    }

    private static Optional<PluginProblem> madeForAnother(FoundPlugin plugin, Version host) {
        VersionRange wanted = plugin.manifest().weft();
        if (wanted.contains(host)) {
            return Optional.empty();
        }
        return Optional.of(
                wanted.reachesAbove(host)
                        ? new NewerInterface(plugin.id(), wanted.text(), host.toString())
                        : new OlderInterface(plugin.id(), wanted.text(), host.toString()));
    }

    private static Optional<PluginProblem> copy(FoundPlugin plugin, Map<String, FoundPlugin> byContent) {
        return Optional.ofNullable(byContent.putIfAbsent(plugin.sha256(), plugin))
                .map(same -> new Copy(plugin.id(), plugin.source(), same.source()));
    }

    private static void choose(List<FoundPlugin> candidates, List<FoundPlugin> chosen, List<Rejected> rejected) {
        FoundPlugin highest = candidates.stream()
                .max((one, other) -> one.version().compareToIgnoreBuildMetadata(other.version()))
                .orElseThrow();
        List<FoundPlugin> equal = candidates.stream()
                .filter(plugin -> plugin.version().compareToIgnoreBuildMetadata(highest.version()) == 0)
                .toList();
        List<Path> sources = equal.stream().map(FoundPlugin::source).toList();
        for (FoundPlugin plugin : candidates) {
            if (!equal.contains(plugin)) {
                rejected.add(new Rejected(
                        plugin.origin(),
                        new Superseded(
                                plugin.id(),
                                plugin.version().toString(),
                                plugin.source(),
                                highest.version().toString(),
                                highest.source())));
            } else if (equal.size() > 1) {
                rejected.add(new Rejected(
                        plugin.origin(),
                        new Duplicate(plugin.id(), plugin.version().toString(), sources)));
            } else {
                chosen.add(plugin);
            }
        }
    }
}
