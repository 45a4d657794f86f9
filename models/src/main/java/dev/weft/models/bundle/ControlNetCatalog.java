package dev.weft.models.bundle;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The ControlNets that lie in the folders of models, by name.
///
/// - Those of a bundle, in folders whose names begin with `controlnet`: `starter/controlnet_canny`.
/// - Folders of such names beside the bundles: `controlnet_depth`.
/// - What lies in a folder that is called just `controlnet`: `depth` for `controlnet/depth.onnx` or
///   `controlnet/depth/model.onnx`.
///
/// Where two roots hold the same name, the first one counts. The folders are looked at anew at each call.
public final class ControlNetCatalog {
    private static final String FOLDER = "controlnet";
    private static final String SUFFIX = ".onnx";

    private final List<Path> roots;

    /// A catalogue of these folders of models; one that does not exist is empty.
    public ControlNetCatalog(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /// Every ControlNet's model file by its name, in alphabetical order. Files are not read, so they may turn out
    /// unusable.
    ///
    /// @throws BundleException if a folder cannot be listed
    public Map<String, Path> list() throws BundleException {
        Map<String, Path> found = new TreeMap<>();
        try {
            for (Path root : roots) {
                for (Path folder : entries(root)) {
                    add(found, folder);
                }
            }
        } catch (IOException e) {
            throw new BundleException(
                    "The ControlNets in " + where() + " cannot be listed (" + e + "); make the folders readable.", e);
        }
        return found;
    }

    /// Those that come with no bundle.
    ///
    /// @throws BundleException as [#list]
    public Map<String, Path> beside() throws BundleException {
        Map<String, Path> found = new TreeMap<>(list());
        found.keySet().removeIf(name -> name.contains("/"));
        return found;
    }

    private static void add(Map<String, Path> found, Path folder) throws IOException {
        String name = name(folder);
        if (name.equals(FOLDER)) {
            for (Path entry : entries(folder)) {
                String inside = name(entry);
                if (inside.endsWith(SUFFIX) && Files.isRegularFile(entry)) {
                    found.putIfAbsent(inside.substring(0, inside.length() - SUFFIX.length()), entry);
                } else {
                    ModelFiles.in(entry).ifPresent(file -> found.putIfAbsent(inside, file));
                }
            }
        } else if (name.startsWith(FOLDER)) {
            ModelFiles.in(folder).ifPresent(file -> found.putIfAbsent(name, file));
        } else if (Files.exists(folder.resolve("model_index.json"))) {
            ofBundle(folder).forEach((inside, file) -> found.putIfAbsent(name + "/" + inside, file));
        }
    }

    /// The ControlNets that come with a bundle, by the names of their folders.
    static Map<String, Path> ofBundle(Path bundle) throws IOException {
        Map<String, Path> found = new TreeMap<>();
        for (Path entry : entries(bundle)) {
            if (name(entry).startsWith(FOLDER)) {
                ModelFiles.in(entry).ifPresent(file -> found.put(name(entry), file));
            }
        }
        return found;
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            List<Path> found = new ArrayList<>();
            entries.forEach(found::add);
            return found;
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /// The model file of that name. A bundle's ControlNet may go without the bundle's name if no other has it too, and
    /// the whole path of an ONNX file is a name too.
    ///
    /// @throws BundleException with a sentence for the user if there is none, or several
    public Path find(String name) throws BundleException {
        Map<String, Path> known = list();
        Path exact = known.get(name);
        if (exact != null) {
            return exact;
        }
        List<String> endings = known.keySet().stream()
                .filter(each -> each.endsWith("/" + name))
                .toList();
        if (endings.size() > 1) {
            throw new BundleException("Several models have a ControlNet '" + name + "'; write which one: "
                    + String.join(" or ", endings) + ".");
        }
        Optional<Path> file = endings.isEmpty() ? file(name) : Optional.ofNullable(known.get(endings.getFirst()));
        return file.orElseThrow(() -> new BundleException("There is no ControlNet '" + name + "' in " + where() + "; "
                + (known.isEmpty() ? "put one there" : "choose from " + String.join(", ", known.keySet()))
                + ", or write the whole path of an ONNX file."));
    }

    private static Optional<Path> file(String name) {
        try {
            Path file = Path.of(name);
            return name.endsWith(SUFFIX) && file.isAbsolute() && Files.isRegularFile(file)
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private String where() {
        return roots.stream().map(Path::toString).collect(Collectors.joining(" and "));
    }
}
