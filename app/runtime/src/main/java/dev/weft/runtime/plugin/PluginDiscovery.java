package dev.weft.runtime.plugin;

import dev.weft.runtime.plugin.PluginProblem.BadManifest;
import dev.weft.runtime.plugin.PluginProblem.Unreadable;
import dev.weft.runtime.plugin.PluginProblem.Untrusted;
import dev.weft.runtime.plugin.PluginStatus.Rejected;
import dev.weft.runtime.plugin.PluginTrust.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Finds plugins and reads their manifests. No class of a plugin is looked at.
final class PluginDiscovery {
    private final PluginPath path;
    private final List<FoundPlugin> found = new ArrayList<>();
    private final List<PluginStatus> rejected = new ArrayList<>();

    private PluginDiscovery(PluginPath path) {
        this.path = path;
    }

    /// Looks through all places.
    static Discovery discover(PluginPath path) {
        PluginDiscovery discovery = new PluginDiscovery(path);
        discovery.files().forEach(discovery::read);
        return new Discovery(List.copyOf(discovery.found), List.copyOf(discovery.rejected));
    }

    /// Each file once, though two places may lead to it.
    private Set<Path> files() {
        Set<Path> files = new LinkedHashSet<>();
        for (Path place : path.places()) {
            try {
                if (Files.exists(place)) {
                    files.addAll(files(place.toRealPath()));
                }
            } catch (IOException e) {
                reject(PluginOrigin.unread(place.toAbsolutePath()), e);
            }
        }
        return files;
    }

    private static List<Path> files(Path place) throws IOException {
        if (Files.isRegularFile(place) || Files.exists(place.resolve(PluginFile.MANIFEST))) {
            return List.of(place);
        }
        try (Stream<Path> inside = Files.list(place)) {
            return inside.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private void read(Path source) {
        PluginFile file = new PluginFile(source);
        PluginOrigin origin = PluginOrigin.unread(source);
        try {
            String sha256 = file.sha256();
            origin = PluginOrigin.hashed(source, sha256);
            byte[] text = file.manifest().orElseThrow(() -> new IllegalArgumentException("there is none"));
            FoundPlugin plugin = new FoundPlugin(file, sha256, ManifestReader.read(text));
            Verdict verdict = path.trust().judge(plugin.id(), source, sha256);
            if (verdict == Verdict.ALLOWED) {
                found.add(plugin);
            } else {
                rejected.add(new Rejected(plugin.origin(), new Untrusted(plugin.id(), source, verdict)));
            }
        } catch (IllegalArgumentException e) {
            rejected.add(new Rejected(origin, new BadManifest(source, String.valueOf(e.getMessage()))));
        } catch (IOException e) {
            reject(origin, e);
        }
    }

    private void reject(PluginOrigin origin, IOException reason) {
        rejected.add(new Rejected(origin, new Unreadable(origin.source(), String.valueOf(reason.getMessage()))));
    }

    /// @param found the plugins that may be loaded
    /// @param rejected the others
    record Discovery(List<FoundPlugin> found, List<PluginStatus> rejected) {}
}
