package dev.weft.models.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.weft.models.backend.ModelSession;
import dev.weft.models.backend.SessionFactory;
import dev.weft.models.backend.StopSignal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/// Keeps rewritten models in a folder, so that surgery and self-check are done once for each content of a model
/// file, each structure, each version of the surgery and of ONNX Runtime. A model is kept only after it passed its
/// self-check.
///
/// The folder may be deleted at any time, and several processes may share it. Where it cannot be written, nothing
/// is kept.
public final class RewrittenModelCache {
    private static final String SUFFIX = ".unet";
    private static final String OPTIMISED = ".onnx";
    private static final long MAGIC = 0x5745_4654_554e_4554L;
    private static final int HEADER = Long.BYTES + 4 * Integer.BYTES;

    private final Path folder;
    private final CacheFolder files;
    private final ContentIdentity identities;

    /// A cache in a folder.
    ///
    /// @param folder where to keep files; made when first needed
    /// @param byteBudget the files used longest ago are deleted beyond this size
    public RewrittenModelCache(Path folder, long byteBudget) {
        this.folder = folder;
        this.files = new CacheFolder(folder, byteBudget);
        this.identities = new ContentIdentity(files);
    }

    /// The rewritten model, from the folder or newly made and checked against the original.
    ///
    /// @param opener opens the sessions of the self-check, if one is needed; each runs once on a tiny picture, so
    ///     sessions that open quickly serve better than sessions that run quickly
    /// @throws InvalidModelException if the model cannot be rewritten or computes something else afterwards
    /// @throws OrtException if ONNX Runtime cannot open or run the model
    public RewrittenModel get(OnnxModel model, UNetStructure structure, SessionOpener opener)
            throws InvalidModelException, OrtException {
        return get(model, structure, opener, StopSignal.never());
    }

    /// As above.
    ///
    /// @throws java.util.concurrent.CancellationException if stopped
    public RewrittenModel get(OnnxModel model, UNetStructure structure, SessionOpener opener, StopSignal stop)
            throws InvalidModelException, OrtException {
        Path entry = files.file(content(model) + structure.key() + "-" + UNetRewriter.VERSION + "-"
                + OrtEnvironment.getEnvironment().getVersion() + SUFFIX);
        Optional<byte[]> bytes = files.read(entry);
        Optional<RewrittenModel> kept = bytes.isPresent() ? decode(bytes.get(), model, structure) : Optional.empty();
        if (kept.isPresent()) {
            return kept.get();
        }
        stop.throwIfStopped();
        RewrittenModel rewritten = UNetRewriter.rewrite(model, structure);
        stop.throwIfStopped();
        SelfCheck.check(model, rewritten, opener, stop);
        boolean fractional = !rewritten.inputs().containsAll(model.inputs());
        files.write(entry, List.of(header(rewritten, fractional), rewritten.bytes()));
        return rewritten;
    }

    /// The place of a rewritten model's optimised graph; nothing for a model whose weights lie beside it, and
    /// where it cannot be known what the processor can do.
    ///
    /// @param rewritten what [#get] gave for the same model
    /// @throws InvalidModelException if the model file cannot be read any more
    private Optional<OptimisedGraph> optimised(OnnxModel model, RewrittenModel rewritten) throws InvalidModelException {
        Optional<String> processor = Processor.kind();
        if (processor.isEmpty() || rewritten.externalFolder().isPresent()) {
            return Optional.empty();
        }
        String runtime = OrtEnvironment.getEnvironment().getVersion() + "\n" + processor.get();
        String name = content(model) + rewritten.structure().key() + "-" + UNetRewriter.VERSION + "-"
                + UUID.nameUUIDFromBytes(runtime.getBytes(StandardCharsets.UTF_8)) + OPTIMISED;
        return Optional.of(new OptimisedGraph(files, files.file(name), rewritten.bytes()));
    }

    /// Opens a rewritten model, on the processor as ONNX Runtime optimised it before.
    ///
    /// @param rewritten what [#get] gave for the same model
    /// @throws InvalidModelException if the model file cannot be read any more
    /// @throws dev.weft.models.backend.ModelException if ONNX Runtime cannot open it
    public ModelSession open(SessionFactory sessions, OnnxModel model, RewrittenModel rewritten)
            throws InvalidModelException {
        String name = model.file().toString();
        if (sessions.onProcessor()) {
            Optional<OptimisedGraph> optimised = optimised(model, rewritten);
            if (optimised.isPresent()) {
                return sessions.open(name, optimised.get()::open);
            }
        }
        return sessions.open(name, rewritten.bytes(), rewritten.externalFolder());
    }

    /// Names a model by what its files hold; remembered between runs.
    ///
    /// @return 64 hexadecimal digits
    /// @throws InvalidModelException if the model file cannot be read any more
    public String identity(OnnxModel model) throws InvalidModelException {
        try {
            return identities.of(model);
        } catch (InvalidModelException e) {
            throw e;
        } catch (IOException e) {
            throw new InvalidModelException(
                    "The model file " + model.file() + " cannot be read any more (" + e + "); check that it is there.",
                    e);
        }
    }

    /// Names what is to be rewritten: the file's content and what was merged into it.
    private String content(OnnxModel model) throws InvalidModelException {
        String file = identity(model);
        return model.variant().isEmpty() ? file : ContentIdentity.ofText(file + model.variant());
    }

    private static byte[] header(RewrittenModel model, boolean fractional) {
        int timestep = fractional ? 1 : 0;
        return ByteBuffer.allocate(HEADER)
                .putLong(MAGIC)
                .putInt(model.selfAttentionLayers())
                .putInt(timestep)
                .putInt(model.bytes().length)
                .putInt(checksum(model.selfAttentionLayers() + timestep, model.bytes(), 0))
                .array();
    }

    /// The model in an entry; nothing if the entry is damaged.
    private static Optional<RewrittenModel> decode(byte[] entry, OnnxModel model, UNetStructure structure)
            throws InvalidModelException {
        if (entry.length < HEADER) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(entry);
        boolean sound = header.getLong() == MAGIC;
        int layers = header.getInt();
        int timestep = header.getInt();
        sound &= header.getInt() == entry.length - HEADER;
        sound &= header.getInt() == checksum(layers + timestep, entry, HEADER);
        if (!sound) {
            return Optional.empty();
        }
        List<TensorInfo> own = FractionalTimestep.declared(model.inputs(), timestep != 0);
        return Optional.of(new RewrittenModel(
                Arrays.copyOfRange(entry, HEADER, entry.length),
                model.externalFolder(),
                structure,
                layers,
                UNetRewriter.inputs(model, structure, layers, own),
                model.outputs()));
    }

    private static int checksum(int layers, byte[] bytes, int from) {
        CRC32C checksum = new CRC32C();
        checksum.update(layers);
        checksum.update(bytes, from, bytes.length - from);
        return (int) checksum.getValue();
    }

    @Override
    public String toString() {
        return "RewrittenModelCache[" + folder + "]";
    }
}
