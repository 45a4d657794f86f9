package dev.weft.runtime.plugin;

import com.github.zafarkhaja.semver.ParseException;
import com.github.zafarkhaja.semver.Version;
import dev.weft.runtime.plugin.PluginStatus.Rejected;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Decides which plugins can be loaded, and in which order. A pure function of the manifests: dependencies come
/// first, otherwise plugins are ordered by id, so that two starts never differ.
final class PluginResolver {
    private final Version host;
    private final Map<String, PluginManifest> open = new TreeMap<>();
    private final Map<String, PluginManifest> ordered = new LinkedHashMap<>();
    private final List<PluginStatus> rejected = new ArrayList<>();

    private PluginResolver(Version host) {
        this.host = host;
    }

    /// @param host version of the plugin interface that this runtime offers
    static Resolution resolve(List<PluginManifest> manifests, Version host) {
        PluginResolver resolver = new PluginResolver(host);
        manifests.stream()
                .sorted(Comparator.comparing(PluginManifest::id).thenComparing(PluginManifest::source))
                .forEach(resolver::admit);
        resolver.order();
        return new Resolution(List.copyOf(resolver.ordered.values()), List.copyOf(resolver.rejected));
    }

    private void admit(PluginManifest manifest) {
        PluginManifest first = open.get(manifest.id());
        if (first != null) {
            reject(
                    manifest,
                    "there are two plugins with the id '" + manifest.id() + "', in " + first.source() + " and "
                            + manifest.source() + "; remove one");
        } else if (!satisfies(host, manifest.weft())) {
            reject(
                    manifest,
                    "plugin '" + manifest.id() + "' is made for Weft's plugin interface " + manifest.weft()
                            + ", and this is " + host + "; get a version of it that fits");
        } else {
            open.put(manifest.id(), manifest);
        }
    }

    /// Takes out, round by round, the plugins whose dependencies are all placed; what is left over has one that is
    /// missing, unfit, or part of a circle.
    private void order() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (PluginManifest manifest : List.copyOf(open.values())) {
                if (ordered.keySet().containsAll(manifest.depends().keySet())) {
                    open.remove(manifest.id());
                    place(manifest);
                    moved = true;
                }
            }
        }
        for (PluginManifest manifest : open.values()) {
            String missing = manifest.depends().keySet().stream()
                    .filter(id -> !ordered.containsKey(id))
                    .findFirst()
                    .orElseThrow();
            reject(
                    manifest,
                    open.containsKey(missing)
                            ? "plugin '" + manifest.id() + "' needs plugin '" + missing
                                    + "', which cannot be loaded either; look at that one first"
                            : "plugin '" + manifest.id() + "' needs plugin '" + missing
                                    + "', which is not there; install it");
        }
    }

    private void place(PluginManifest manifest) {
        for (Map.Entry<String, String> dependency : manifest.depends().entrySet()) {
            Version actual =
                    Objects.requireNonNull(ordered.get(dependency.getKey())).version();
            if (!satisfies(actual, dependency.getValue())) {
                reject(
                        manifest,
                        "plugin '" + manifest.id() + "' needs plugin '" + dependency.getKey() + "' "
                                + dependency.getValue() + ", and " + actual + " is there; update one of them");
                return;
            }
        }
        ordered.put(manifest.id(), manifest);
    }

    private void reject(PluginManifest manifest, String message) {
        rejected.add(new Rejected(manifest.id(), message));
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
    record Resolution(List<PluginManifest> ordered, List<PluginStatus> rejected) {}
}
