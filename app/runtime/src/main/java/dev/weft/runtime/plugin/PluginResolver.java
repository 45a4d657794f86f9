package dev.weft.runtime.plugin;

import com.github.zafarkhaja.semver.Version;
import dev.weft.graph.validation.Suggestions;
import dev.weft.runtime.plugin.PluginStatus.Rejected;
import dev.weft.runtime.plugin.ResolutionProblem.Circle;
import dev.weft.runtime.plugin.ResolutionProblem.MissingDependency;
import dev.weft.runtime.plugin.ResolutionProblem.RejectedDependency;
import dev.weft.runtime.plugin.ResolutionProblem.UnfitDependency;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Decides which plugins can be loaded, and in which order. A pure function of what was found: the order in which that
/// is given makes no difference, so two starts never differ.
final class PluginResolver {
    /// What can still be loaded, by id.
    private final TreeMap<String, FoundPlugin> alive = new TreeMap<>();

    /// The ids of plugins that are there and are not loaded.
    private final Set<String> lost;

    private final List<Rejected> rejected = new ArrayList<>();

    private PluginResolver(Selection selection, Set<String> lost) {
        this.lost = new HashSet<>(lost);
        selection.chosen().forEach(plugin -> alive.put(plugin.id(), plugin));
        selection.rejected().forEach(each -> reject(each.origin(), each.problem()));
    }

    /// @param lost ids of plugins that are there and were rejected before
    /// @param host version of the plugin interface that this runtime offers
    static Resolution resolve(List<FoundPlugin> found, Set<String> lost, Version host) {
        PluginResolver resolver = new PluginResolver(Selection.of(found, host), lost);
        resolver.dropWhatLacksSomething();
        resolver.dropCircles();
        resolver.dropWhatLacksSomething();
        return new Resolution(LoadingOrder.of(resolver.alive), List.copyOf(resolver.rejected));
    }

    private void dropWhatLacksSomething() {
        boolean changed = true;
        while (changed) {
            // All that lack something now go together, so that none hides the reason of another.
            Map<FoundPlugin, PluginProblem> lacking = new TreeMap<>(FoundPlugin.ORDER);
            alive.values().forEach(plugin -> lack(plugin).ifPresent(problem -> lacking.put(plugin, problem)));
            lacking.forEach((plugin, problem) -> {
                alive.remove(plugin.id());
                reject(plugin.origin(), problem);
            });
            changed = !lacking.isEmpty();
        }
    }

    /// What the plugin needs and cannot have.
    private Optional<PluginProblem> lack(FoundPlugin plugin) {
        for (Map.Entry<String, PluginDependency> each :
                plugin.manifest().depends().entrySet()) {
            FoundPlugin other = alive.get(each.getKey());
            VersionRange range = each.getValue().range();
            if (each.getValue().optional() || (other != null && range.contains(other.version()))) {
                continue;
            }
            return Optional.of(problem(plugin, each.getKey(), range, Optional.ofNullable(other)));
        }
        return Optional.empty();
    }

    private PluginProblem problem(FoundPlugin plugin, String needed, VersionRange range, Optional<FoundPlugin> other) {
        if (other.isPresent()) {
            Version actual = other.get().version();
            return new UnfitDependency(
                    plugin.id(), needed, range.text(), actual.toString(), range.reachesAbove(actual));
        }
        if (lost.contains(needed)) {
            return new RejectedDependency(plugin.id(), needed);
        }
        return new MissingDependency(
                plugin.id(), needed, range.text(), new Suggestions().nearest(needed, alive.keySet()));
    }

    private void dropCircles() {
        Map<FoundPlugin, Circle> circles = new TreeMap<>(FoundPlugin.ORDER);
        for (FoundPlugin plugin : alive.values()) {
            Circles.through(plugin.id(), alive).ifPresent(path -> circles.put(plugin, new Circle(plugin.id(), path)));
        }
        circles.forEach((plugin, circle) -> {
            alive.remove(plugin.id());
            reject(plugin.origin(), circle);
        });
    }

    private void reject(PluginOrigin origin, PluginProblem problem) {
        origin.id().ifPresent(lost::add);
        rejected.add(new Rejected(origin, problem));
    }

    /// @param ordered what can be loaded, in that order
    /// @param rejected the others, each with its reason
    record Resolution(List<FoundPlugin> ordered, List<Rejected> rejected) {}
}
