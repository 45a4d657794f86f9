package dev.weft.models.bundle;

import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.SessionFactory;
import dev.weft.models.control.ControlNet;
import dev.weft.models.onnx.FileStamp;
import dev.weft.models.onnx.InvalidModelException;
import dev.weft.models.onnx.RewrittenModelCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds bundles by name and keeps them, so that every workflow of a process shares their models. Thread-safe.
public final class ModelLibrary implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelLibrary.class);
    private static final long CACHE_BYTES = 8L << 30;
    /// Files of a bundle lie in its folder or in one of that.
    private static final int FILES_DEPTH = 2;

    private final BackendSettings settings;
    private final BundleCatalog catalog;
    private final RewrittenModelCache rewritten;
    private final Map<String, LoadedModels> opened = new LinkedHashMap<>();
    private final Map<Path, ControlNet> controlNets = new LinkedHashMap<>();
    private @Nullable SessionFactory sessions;

    /// Opens nothing yet and does not start ONNX Runtime.
    ///
    /// @param settings how models are run
    /// @param catalog where bundles are found
    /// @param cacheFolder where rewritten models are kept between runs; made when needed
    public ModelLibrary(BackendSettings settings, BundleCatalog catalog, Path cacheFolder) {
        this.settings = settings;
        this.catalog = catalog;
        this.rewritten = new RewrittenModelCache(cacheFolder.resolve("models"), CACHE_BYTES);
    }

    /// The bundle of that name; read at the first call, the same at every later one unless its files were replaced.
    ///
    /// @throws BundleException with a sentence for the user if there is no such bundle or it cannot be used
    /// @throws dev.weft.models.backend.BackendException with such a sentence if the backend cannot start
    public synchronized LoadedModels open(String name) throws BundleException {
        LoadedModels known = opened.get(name);
        if (known != null && known.isCurrent()) {
            return known;
        }
        if (known != null) {
            // Who is still using it is told when it would be opened again.
            known.free();
        }
        Bundle bundle = catalog.find(name);
        bundle.remarks().forEach(LOG::warn);
        LoadedModels models = LoadedModels.open(bundle, sessions(), rewritten);
        opened.put(name, models);
        return models;
    }

    /// Changes when a file of the bundle is replaced; empty if there is no such bundle. Nothing is read.
    public String marker(String name) {
        try {
            Path folder = catalog.list().get(name);
            return folder == null ? "" : FileStamp.of(files(folder)).state();
        } catch (IOException | UncheckedIOException e) {
            // Opening the bundle says why.
            return "";
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, FILES_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// A ControlNet; read at the first call, the same at every later one for the same file unless it was replaced.
    ///
    /// @param name what it is called in messages
    /// @param file its model file, as [ControlNetCatalog#find] gives it
    /// @throws BundleException with a sentence for the user if it cannot be used
    /// @throws dev.weft.models.backend.BackendException with such a sentence if the backend cannot start
    public synchronized ControlNet controlNet(String name, Path file) throws BundleException {
        ControlNet known = controlNets.get(file);
        if (known != null && known.isCurrent()) {
            return known;
        }
        if (known != null) {
            known.free();
        }
        try {
            ControlNet net = ControlNet.read(name, file, sessions(), rewritten);
            controlNets.put(file, net);
            return net;
        } catch (InvalidModelException e) {
            throw BundleException.of(e);
        }
    }

    private SessionFactory sessions() {
        SessionFactory known = sessions;
        if (known == null) {
            known = new SessionFactory(settings);
            sessions = known;
        }
        return known;
    }

    /// Closes every model that is open and not in use; it is opened again when it is needed.
    public void free() {
        settings.memory().free();
    }

    /// Closes every model that was opened, for good. They must not be in use.
    @Override
    public synchronized void close() {
        opened.values().forEach(LoadedModels::close);
        opened.clear();
        controlNets.values().forEach(ControlNet::close);
        controlNets.clear();
    }
}
