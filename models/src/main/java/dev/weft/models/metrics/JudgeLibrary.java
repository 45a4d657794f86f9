package dev.weft.models.metrics;

import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.SessionFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds models that score pictures by name and keeps them open. Thread-safe.
///
/// A name is that of a bundle with a folder `metrics`, as the starter model has, or of a folder beside the bundles that
/// holds published models: a folder `dino`, and a folder `clip` if texts are to be compared too.
public final class JudgeLibrary implements AutoCloseable {
    private final BackendSettings settings;
    private final List<Path> roots;
    private final Map<String, Judges> opened = new LinkedHashMap<>();
    private @Nullable SessionFactory sessions;

    /// Opens nothing yet and does not start ONNX Runtime.
    ///
    /// @param settings how models are run
    /// @param roots folders in which names are looked for, the first wins
    public JudgeLibrary(BackendSettings settings, List<Path> roots) {
        this.settings = settings;
        this.roots = List.copyOf(roots);
    }

    /// The models of that name; found at the first call, the same at every later one.
    ///
    /// @throws JudgeException with a sentence for the user if there are none, or they are not whole
    /// @throws dev.weft.models.backend.BackendException with such a sentence if the backend cannot start
    public synchronized Judges open(String name) throws JudgeException {
        Judges known = opened.get(name);
        if (known == null) {
            known = new Judges(files(name), sessions());
            opened.put(name, known);
        }
        return known;
    }

    private JudgeFiles files(String name) throws JudgeException {
        try {
            return JudgeFiles.find(roots, name);
        } catch (JudgeException e) {
            throw e;
        } catch (IOException e) {
            throw new JudgeException(String.valueOf(e.getMessage()), e);
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

    /// Closes what was opened, for good. It must not be in use.
    @Override
    public synchronized void close() {
        opened.values().forEach(Judges::close);
        opened.clear();
    }
}
