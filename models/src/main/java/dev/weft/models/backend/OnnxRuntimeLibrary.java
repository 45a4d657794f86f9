package dev.weft.models.backend;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Loads ONNX Runtime's native libraries, once a process.
///
/// By itself ONNX Runtime copies 28 MB out of its jar into a new temporary folder at every start. Kept in a
/// folder they
/// are copied once; `onnxruntime.native.path` then names it. Only Linux on x86-64 with the processor build is
/// treated
/// so, because there the set of files is known; elsewhere nothing changes.
final class OnnxRuntimeLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(OnnxRuntimeLibrary.class);
    private static final String FOLDER_PROPERTY = "onnxruntime.native.path";
    private static final String RESOURCES = "/ai/onnxruntime/native/linux-x64/";
    private static final String RUNTIME = "libonnxruntime.so";
    private static final List<String> FILES = List.of(RUNTIME, "libonnxruntime4j_jni.so");
    /// Reserved, not used, but for the part that is needed: enough for a command line of two million
    /// characters.
    private static final long START_STACK = 600L << 20;
    private static @Nullable Set<OrtProvider> providers;

    private OnnxRuntimeLibrary() {}

    static synchronized Set<OrtProvider> start(Optional<Path> folder) {
        Set<OrtProvider> known = providers;
        if (known == null) {
            folder.ifPresent(OnnxRuntimeLibrary::unpackOnce);
            OrtEnvironment environment = environment();
            LOG.debug("ONNX Runtime {} is loaded.", environment.getVersion());
            known = Set.copyOf(OrtEnvironment.getAvailableProviders());
            providers = known;
        }
        return known;
    }

    /// Starts ONNX Runtime on a thread with a large stack: release 1.29 matches regular expressions against the
    /// command
    /// line of the process, about 260 bytes of stack a character, and a thread's usual megabyte ends the
    /// process
    /// without a word where the command line is longer than some 4000 characters.
    private static OrtEnvironment environment() {
        FutureTask<OrtEnvironment> start =
                new FutureTask<>(() -> OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "weft"));
        Thread thread = new Thread(null, start, "weft-onnx-runtime-start", START_STACK);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return start.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("ONNX Runtime cannot be started", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void unpackOnce(Path folder) {
        if (System.getProperty(FOLDER_PROPERTY) != null || !applies()) {
            return;
        }
        try {
            Path kept = folder.resolve("onnxruntime-" + version());
            Files.createDirectories(kept);
            for (String file : FILES) {
                copy(file, kept.resolve(file));
            }
            Path link = kept.resolve(RUNTIME + ".1");
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, Path.of(RUNTIME));
            }
            System.setProperty(FOLDER_PROPERTY, kept.toAbsolutePath().toString());
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The native libraries cannot be kept in {}, so ONNX Runtime unpacks them itself.", folder, e);
        }
    }

    private static boolean applies() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        boolean processor = List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
        boolean gpuBuild = OrtEnvironment.class.getResource(RESOURCES + "libonnxruntime_providers_cuda.so") != null;
        return linux && processor && !gpuBuild;
    }

    /// The length of the library stands for its contents: another build has another length, and reading it
    /// costs
    /// nothing.
    private static String version() throws IOException {
        URL library = OrtEnvironment.class.getResource(RESOURCES + RUNTIME);
        if (library == null) {
            throw new IOException("The jar of ONNX Runtime holds no " + RUNTIME + ".");
        }
        return Long.toString(library.openConnection().getContentLengthLong());
    }

    private static void copy(String file, Path target) throws IOException {
        if (Files.exists(target)) {
            return;
        }
        Path part = Files.createTempFile(target.getParent(), file, ".part");
        try (InputStream source = OrtEnvironment.class.getResourceAsStream(RESOURCES + file)) {
            if (source == null) {
                throw new IOException("The jar of ONNX Runtime holds no " + file + ".");
            }
            Files.copy(source, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
