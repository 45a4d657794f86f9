package dev.weft.models.backend;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens models on the backend that the settings choose.
///
/// The options are the ones that measured fastest on a processor: all optimisations, a memory arena, threads
/// that spin while they wait, nodes one after another. `auto` takes CUDA where this build of ONNX Runtime has
/// it and falls back to the processor with one warning a process. Thread-safe.
public final class SessionFactory {
    private static final Logger LOG = LoggerFactory.getLogger(SessionFactory.class);
    private static final AtomicBoolean FALLBACK_TOLD = new AtomicBoolean();
    private static final String EXTERNAL_FOLDER = "session.model_external_initializers_file_folder_path";

    private final BackendSettings settings;
    private final Set<OrtProvider> providers;
    private final MemoryGauge gauge = new DeviceMemory(this::backend);
    private volatile Backend backend;

    /// Starts ONNX Runtime if this process has not yet done so.
    ///
    /// @throws BackendException if the chosen backend is not part of this build
    public SessionFactory(BackendSettings settings) {
        this.settings = settings;
        this.providers = OnnxRuntimeLibrary.start(settings.libraryFolder());
        this.backend = preferred();
    }

    private Backend preferred() {
        boolean hasCuda = providers.contains(OrtProvider.CUDA);
        return switch (settings.choice()) {
            case BackendChoice.Automatic() -> hasCuda ? new Backend.Cuda(0) : new Backend.Cpu();
            case BackendChoice.Named(Backend.Cpu cpu) -> cpu;
            case BackendChoice.Named(Backend.Cuda cuda) -> {
                if (!hasCuda) {
                    throw new BackendException("The backend " + cuda.id() + " is not part of this build; build Weft"
                            + " with -Pcuda, or choose --backend cpu.");
                }
                yield cuda;
            }
        };
    }

    /// The backend that sessions are opened on, once one was opened; before that the one that will be tried.
    public Backend backend() {
        return backend;
    }

    /// How many bytes are free where models run; nothing where it cannot be known.
    public OptionalLong freeMemory() {
        return gauge.free();
    }

    /// The settings that this factory follows.
    public BackendSettings settings() {
        return settings;
    }

    /// A model that is opened when it is used, and closed again where memory is short.
    ///
    /// @param name what it is called in the log
    /// @param weightBytes how much memory its weights take once it is open
    /// @param opening opens it with this factory
    public <T extends OpenedModel> KeptModel<T> keep(String name, long weightBytes, KeptModel.Opening<T> opening) {
        return new KeptModel<>(name, weightBytes, opening, settings.memory(), gauge);
    }

    /// Opens a model file, with external data beside it if it has any.
    ///
    /// @throws ModelException if the file is no model that ONNX Runtime can run
    /// @throws BackendException if the backend that was asked for by name cannot start
    public ModelSession open(Path model) {
        return open(
                model.toString(), options -> OrtEnvironment.getEnvironment().createSession(model.toString(), options));
    }

    /// Opens a model from memory.
    ///
    /// @param name what it is called in messages
    /// @param externalData the folder that the model's external data lies in, if it has any
    /// @throws ModelException as [#open(Path)]
    public ModelSession open(String name, byte[] model, Optional<Path> externalData) {
        return open(name, options -> inMemory(model, externalData, options));
    }

    /// Opens a model from memory as ONNX Runtime gives it, neither timed nor explained nor optimised, for
    /// checks of a model itself.
    ///
    /// @return a session that the caller closes
    public OrtSession openUnmanaged(byte[] model, Optional<Path> externalData) throws OrtException {
        try (SessionOptions options = options(backend)) {
            options.setOptimizationLevel(SessionOptions.OptLevel.NO_OPT);
            return inMemory(model, externalData, options);
        }
    }

    /// ONNX Runtime's refusal of a model, as a sentence.
    public ModelException unusable(String name, OrtException failure) {
        return new ModelException(
                "ONNX Runtime cannot open the model " + name + ": " + OrtMessages.reason(failure) + ".", failure);
    }

    private static OrtSession inMemory(byte[] model, Optional<Path> externalData, SessionOptions options)
            throws OrtException {
        if (externalData.isPresent()) {
            options.addConfigEntry(
                    EXTERNAL_FOLDER, externalData.get().toAbsolutePath().toString());
        }
        return OrtEnvironment.getEnvironment().createSession(model, options);
    }

    /// Whether models run on the processor.
    public boolean onProcessor() {
        return backend instanceof Backend.Cpu;
    }

    /// Opens a model in another way.
    ///
    /// @param name what it is called in messages
    /// @throws ModelException as [#open(Path)]
    public ModelSession open(String name, Opening opening) {
        Backend tried = backend;
        try {
            return openWithRoom(name, opening, tried);
        } catch (OrtException e) {
            if (tried instanceof Backend.Cuda cuda) {
                return withoutCuda(name, opening, cuda, e);
            }
            throw unusable(name, e);
        }
    }

    /// Where memory runs out, models that are not in use make room, and it is tried once again.
    private ModelSession openWithRoom(String name, Opening opening, Backend where) throws OrtException {
        try {
            return open(name, opening, where);
        } catch (OrtException e) {
            if (!OrtMessages.tellsOfMemory(e) || settings.memory().free() == 0) {
                throw e;
            }
        }
        return open(name, opening, where);
    }

    private ModelSession withoutCuda(String name, Opening opening, Backend.Cuda cuda, OrtException failure) {
        if (settings.choice() instanceof BackendChoice.Named) {
            if (String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("cuda")) {
                throw new BackendException(
                        "The backend " + cuda.id() + " cannot start (" + OrtMessages.reason(failure)
                                + "); check the driver and CUDA 12 with cuDNN 9, or choose --backend cpu.",
                        failure);
            }
            throw unusable(name, failure);
        }
        Backend cpu = new Backend.Cpu();
        try {
            ModelSession session = openWithRoom(name, opening, cpu);
            backend = cpu;
            if (FALLBACK_TOLD.compareAndSet(false, true)) {
                LOG.warn("CUDA cannot start ({}), so models run on the processor.", OrtMessages.reason(failure));
            }
            return session;
        } catch (OrtException e) {
            throw unusable(name, e);
        }
    }

    private ModelSession open(String name, Opening opening, Backend where) throws OrtException {
        try (SessionClock.Timing _ = settings.clock().startOpening(name);
                SessionOptions options = options(where)) {
            return new ModelSession(name, opening.open(options), settings.clock());
        }
    }

    private SessionOptions options(Backend where) throws OrtException {
        SessionOptions options = new SessionOptions();
        try {
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
            options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setIntraOpNumThreads(settings.threads());
            options.setCPUArenaAllocator(true);
            // A plan of one block for each shape of input holds memory beside what the arena has already.
            options.setMemoryPatternOptimization(false);
            options.addConfigEntry("session.intra_op.allow_spinning", "1");
            if (where instanceof Backend.Cuda(int device)) {
                addCuda(options, device);
            }
            return options;
        } catch (OrtException | RuntimeException e) {
            options.close();
            throw e;
        }
    }

    private static void addCuda(SessionOptions options, int device) throws OrtException {
        try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(device)) {
            // Same seed, same picture: TF32 would round float32 weights to 10 bits. Half precision models are the fast
            // ones.
            cuda.add("use_tf32", "0");
            // The exhaustive search tries every algorithm again for each new shape.
            cuda.add("cudnn_conv_algo_search", "HEURISTIC");
            cuda.add("cudnn_conv_use_max_workspace", "1");
            options.addCUDA(cuda);
        }
    }

    /// A way to open a session.
    @FunctionalInterface
    public interface Opening {
        /// Opens a session with the given options, which may be changed before but not kept.
        OrtSession open(SessionOptions options) throws OrtException;
    }
}
