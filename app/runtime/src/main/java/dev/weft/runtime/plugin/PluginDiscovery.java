package dev.weft.runtime.plugin;

import dev.weft.runtime.plugin.FileProblem.BadManifest;
import dev.weft.runtime.plugin.FileProblem.Unreadable;
import dev.weft.runtime.plugin.PluginProblem.Untrusted;
import dev.weft.runtime.plugin.PluginStatus.Rejected;
import dev.weft.runtime.plugin.PluginTrust.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds plugins and reads their manifests. No class of a plugin is looked at.
final class PluginDiscovery {
    private final PluginPath path;
    private final List<FoundPlugin> found = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();

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
        if (!Files.isDirectory(place) || Files.exists(place.resolve(PluginFile.MANIFEST))) {
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
            String sha256 = ContentHash.of(file);
            origin = PluginOrigin.hashed(source, sha256);
            admit(new FoundPlugin(file, sha256, ManifestReader.read(file.manifest())));
        } catch (ManifestException e) {
            rejected.add(new Rejected(origin, new BadManifest(source, e.line(), e.column(), e.mistake(), e.fix())));
        } catch (PluginFileException e) {
            rejected.add(new Rejected(origin, e.problem()));
        } catch (IOException e) {
            reject(origin, e);
        } catch (UncheckedIOException e) {
            // From walking through a folder.
            reject(origin, Objects.requireNonNull(e.getCause()));
        }
    }

    private void admit(FoundPlugin plugin) {
        Verdict verdict = path.trust().judge(plugin.id(), plugin.source(), plugin.sha256());
        if (verdict == Verdict.ALLOWED) {
            found.add(plugin);
        } else {
            rejected.add(new Rejected(plugin.origin(), new Untrusted(plugin.id(), plugin.source(), verdict)));
        }
    }

    private void reject(PluginOrigin origin, IOException failure) {
        String reason = switch (failure) {
            case AccessDeniedException _ -> "you may not read it";
            case NoSuchFileException _ -> "it leads to a file that is not there";
            default -> String.valueOf(failure.getMessage());
        };
        rejected.add(new Rejected(origin, new Unreadable(origin.source(), reason)));
    }

    /// @param found the plugins that may be loaded
    /// @param rejected the others
    record Discovery(List<FoundPlugin> found, List<Rejected> rejected) {
        /// The ids of the others, as far as they are known.
        Set<String> lost() {
            return rejected.stream()
                    .flatMap(each -> each.origin().id().stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
