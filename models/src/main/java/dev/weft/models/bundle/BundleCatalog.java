package dev.weft.models.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The bundles that lie in some folders, by name.
///
/// A bundle is a folder with a `model_index.json` directly inside one of the roots, and its name is the folder's. Where
/// two roots hold the same name, the first one counts. The folders are looked at anew at each call.
public final class BundleCatalog {
    private final List<Path> roots;

    /// A catalogue of these folders; one that does not exist is empty.
    public BundleCatalog(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /// Every bundle's folder by its name, in alphabetical order. Bundles are not read, so they may turn out unusable.
    public Map<String, Path> list() {
        Map<String, Path> found = new TreeMap<>();
        for (Path root : roots) {
            if (!Files.isDirectory(root)) {
                continue;
            }
            try (DirectoryStream<Path> folders =
                    Files.newDirectoryStream(root, folder -> Files.exists(folder.resolve("model_index.json")))) {
                for (Path folder : folders) {
                    found.putIfAbsent(String.valueOf(folder.getFileName()), folder);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    /// Reads the bundle of that name.
    ///
    /// @throws BundleException if there is none, or it cannot be used
    public Bundle find(String name) throws BundleException {
        Map<String, Path> bundles;
        try {
            bundles = list();
        } catch (UncheckedIOException e) {
            throw new BundleException("The models in " + roots + " cannot be listed (" + e.getCause()
                    + "); make the folders readable, or name others with --models.");
        }
        Path folder = bundles.get(name);
        if (folder == null) {
            String where = roots.stream().map(Path::toString).collect(Collectors.joining(" and "));
            throw new BundleException("There is no model '" + name + "' in " + where + "; "
                    + (bundles.isEmpty()
                            ? "put one there, or name another folder with --models."
                            : "choose from " + String.join(", ", bundles.keySet())
                                    + ", or name another folder with --models."));
        }
        return BundleReader.read(folder);
    }
}
