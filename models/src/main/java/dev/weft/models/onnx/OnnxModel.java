package dev.weft.models.onnx;

import dev.weft.models.onnx.proto.OnnxProto.ModelProto;
import dev.weft.models.onnx.proto.OnnxProto.TensorProto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// An ONNX model file that was read and found sound: its graph is complete and free of cycles, its constants are
/// as long as their shapes say, and its external weights lie in its own folder.
///
/// Weights in other files are not read here; they may be larger than memory.
public final class OnnxModel {
    private static final int PICTURE_RANK = 4;
    private static final long KERNEL = 3;
    private static final long COLOURS = 3;

    private final Path file;
    private final FileStamp stamp;
    private final ModelProto proto;
    private final Set<Path> externalFiles;
    private final List<TensorInfo> inputs;
    private final List<TensorInfo> outputs;
    private final String variant;

    private OnnxModel(
            Path file,
            FileStamp stamp,
            ModelProto proto,
            Set<Path> externalFiles,
            List<TensorInfo> inputs,
            List<TensorInfo> outputs,
            String variant) {
        this.file = file;
        this.stamp = stamp;
        this.proto = proto;
        this.externalFiles = externalFiles;
        this.inputs = inputs;
        this.outputs = outputs;
        this.variant = variant;
    }

    /// Reads and checks a model file (format: <https://onnx.ai/onnx/repo-docs/IR.html>).
    ///
    /// @throws InvalidModelException if the file is missing, is not a model, or is not sound
    public static OnnxModel read(Path file) throws InvalidModelException {
        Optional<FileStamp> before = stamp(List.of(file.toAbsolutePath()));
        ModelProto proto = ModelFileReader.read(file);
        ModelCheck check = new ModelCheck(file, proto);
        check.check();
        List<Path> files = new ArrayList<>(List.of(file.toAbsolutePath()));
        check.externalFiles().stream().sorted().forEach(files::add);
        FileStamp stamp = stamp(files).orElseThrow(() -> changedMeanwhile(file));
        if (before.isEmpty() || !before.get().isCurrent()) {
            throw changedMeanwhile(file);
        }
        return new OnnxModel(
                file,
                stamp,
                proto,
                check.externalFiles(),
                TensorInfos.ofInputs(file, proto.getGraph()),
                TensorInfos.ofOutputs(file, proto.getGraph()),
                "");
    }

    private static Optional<FileStamp> stamp(List<Path> files) {
        try {
            return Optional.of(FileStamp.of(files));
        } catch (IOException e) {
            // Reading the file says so better.
            return Optional.empty();
        }
    }

    private static InvalidModelException changedMeanwhile(Path file) {
        return new InvalidModelException(
                "The model file " + file + " was changed while it was read; run the workflow again.");
    }

    /// The same model with other constants.
    ///
    /// @param identity tells one change from another
    OnnxModel changed(ModelProto changed, String identity) {
        return new OnnxModel(file, stamp, changed, externalFiles, inputs, outputs, variant + identity);
    }

    /// The file that was read.
    public Path file() {
        return file;
    }

    /// By what it can be told whether the files are still those that were read.
    public FileStamp stamp() {
        return stamp;
    }

    /// How much memory the weights take where they are run, in bytes: as float32, in which the processor computes
    /// whatever the file stores, or in half precision on a graphics card where the file does.
    public long weightBytes(boolean onProcessor) {
        return WeightMemory.of(proto.getGraph(), onProcessor);
    }

    /// Inputs that a caller must give, in the order of the file.
    public List<TensorInfo> inputs() {
        return inputs;
    }

    /// Outputs in the order of the file.
    public List<TensorInfo> outputs() {
        return outputs;
    }

    /// The input of that name, if there is one.
    public Optional<TensorInfo> input(String name) {
        return inputs.stream().filter(input -> input.name().equals(name)).findFirst();
    }

    /// Files beside the model file that hold weights; real paths, all inside the model file's folder.
    public Set<Path> externalFiles() {
        return externalFiles;
    }

    /// Folder that external weights are relative to, if there are any.
    public Optional<Path> externalFolder() {
        return externalFiles.isEmpty() ? Optional.empty() : Optional.of(ExternalData.folderOf(file));
    }

    /// How many channels a network of pictures or latents makes of those that it is given: the width of its
    /// first convolution by 3×3; nothing if none is found.
    public OptionalInt firstWidth() {
        OptionalLong given = inputs.stream()
                .filter(input -> input.rank() == PICTURE_RANK)
                .map(input -> input.shape().get(1))
                .filter(Dimension.Fixed.class::isInstance)
                .mapToLong(channels -> ((Dimension.Fixed) channels).size())
                .findFirst();
        return proto.getGraph().getInitializerList().stream()
                .map(TensorProto::getDimsList)
                .filter(sizes -> sizes.size() == PICTURE_RANK
                        && sizes.get(1) == given.orElse(0)
                        && sizes.get(2) == KERNEL
                        && sizes.get(3) == KERNEL)
                .mapToInt(sizes -> Math.toIntExact(sizes.getFirst()))
                .findFirst();
    }

    /// How many channels the convolution by 3×3 has that takes or gives pictures in colour; nothing if there is none.
    public OptionalInt pictureWidth() {
        return proto.getGraph().getInitializerList().stream()
                .map(TensorProto::getDimsList)
                .filter(sizes -> sizes.size() == PICTURE_RANK && sizes.get(2) == KERNEL && sizes.get(3) == KERNEL)
                .filter(sizes -> sizes.get(0) == COLOURS || sizes.get(1) == COLOURS)
                .mapToInt(sizes -> Math.toIntExact(Math.max(sizes.get(0), sizes.get(1))))
                .findFirst();
    }

    /// The model as a file would hold it; external weights stay where they are.
    public byte[] bytes() {
        return proto.toByteArray();
    }

    ModelProto proto() {
        return proto;
    }

    /// What was changed since the file was read; empty if nothing was.
    String variant() {
        return variant;
    }
}
