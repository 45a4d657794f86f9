package dev.weft.runtime.plugin;

import com.github.zafarkhaja.semver.ParseException;
import com.github.zafarkhaja.semver.Version;
import dev.weft.runtime.plugin.PluginProblem.Duplicate;
import dev.weft.runtime.plugin.PluginProblem.MissingDependency;
import dev.weft.runtime.plugin.PluginProblem.OtherInterface;
import dev.weft.runtime.plugin.PluginProblem.RejectedDependency;
import dev.weft.runtime.plugin.PluginProblem.UnfitDependency;
import dev.weft.runtime.plugin.PluginStatus.Rejected;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Decides which plugins can be loaded, and in which order. A pure function of what was found: dependencies come
/// first, otherwise plugins are ordered by id, so that two starts never differ.
final class PluginResolver {
    private final Version host;
    private final Map<String, FoundPlugin> open = new TreeMap<>();
    private final Map<String, FoundPlugin> ordered = new LinkedHashMap<>();
    private final List<PluginStatus> rejected = new ArrayList<>();

    private PluginResolver(Version host) {
        this.host = host;
    }

    /// @param host version of the plugin interface that this runtime offers
    static Resolution resolve(List<FoundPlugin> found, Version host) {
        PluginResolver resolver = new PluginResolver(host);
        found.stream()
                .sorted(Comparator.comparing(FoundPlugin::id)
                        .thenComparing(plugin -> plugin.file().path()))
                .forEach(resolver::admit);
        resolver.order();
        return new Resolution(List.copyOf(resolver.ordered.values()), List.copyOf(resolver.rejected));
    }

    private void admit(FoundPlugin plugin) {
        FoundPlugin first = open.get(plugin.id());
        if (first != null) {
            reject(
                    plugin,
                    new Duplicate(
                            plugin.id(), plugin.file().path(), first.file().path()));
        } else if (!satisfies(host, plugin.manifest().weft())) {
            reject(plugin, new OtherInterface(plugin.id(), plugin.manifest().weft(), host.toString()));
        } else {
            open.put(plugin.id(), plugin);
        }
    }

    /// Takes out, round by round, the plugins whose dependencies are all placed; what is left over has one that is
    /// missing, unfit, or part of a circle.
    private void order() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (FoundPlugin plugin : List.copyOf(open.values())) {
                if (ordered.keySet().containsAll(plugin.manifest().depends().keySet())) {
                    open.remove(plugin.id());
                    place(plugin);
                    moved = true;
                }
            }
        }
        for (FoundPlugin plugin : open.values()) {
            String missing = plugin.manifest().depends().keySet().stream()
                    .filter(id -> !ordered.containsKey(id))
                    .findFirst()
                    .orElseThrow();
            reject(
                    plugin,
                    open.containsKey(missing)
                            ? new RejectedDependency(plugin.id(), missing)
                            : new MissingDependency(plugin.id(), missing));
        }
    }

    private void place(FoundPlugin plugin) {
        for (Map.Entry<String, String> dependency : plugin.manifest().depends().entrySet()) {
            Version actual = Objects.requireNonNull(ordered.get(dependency.getKey()))
                    .manifest()
                    .version();
            if (!satisfies(actual, dependency.getValue())) {
                reject(
                        plugin,
                        new UnfitDependency(
                                plugin.id(), dependency.getKey(), dependency.getValue(), actual.toString()));
                return;
            }
        }
        ordered.put(plugin.id(), plugin);
    }

    private void reject(FoundPlugin plugin, PluginProblem problem) {
        rejected.add(new Rejected(plugin.origin(), problem));
    }

    private static boolean satisfies(Version version, String range) {
        try {
            return version.satisfies(range);
        } catch (ParseException e) {
            return false;
        }
    }

    /// @param ordered what can be loaded, dependencies first
    /// @param rejected the others, each with its reason
    record Resolution(List<FoundPlugin> ordered, List<PluginStatus> rejected) {}
}
