package dev.weft.models.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import dev.weft.models.onnx.proto.OnnxProto.ModelProto;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads the bytes of a model file and parses them, recognising the usual accidents: a missing file, a Git LFS
/// pointer, a web page saved in place of a model, an interrupted download.
final class ModelFileReader {
    /// Longest that an ONNX file can be: protobuf messages end at 2 GiB.
    private static final long LARGEST_FILE = Integer.MAX_VALUE - 8L;

    private static final byte[] LFS_POINTER = "version https://git-lfs".getBytes(StandardCharsets.US_ASCII);
    private static final int TEXT_PROBE = 512;

    private ModelFileReader() {}

    static ModelProto read(Path file) throws InvalidModelException {
        byte[] bytes = bytes(file);
        refuseText(file, bytes);
        ModelProto model = parse(file, bytes);
        if (!model.hasGraph()) {
            throw new InvalidModelException("The model file " + file
                    + " holds no graph; it is not an ONNX model, or is damaged: get the file again.");
        }
        return model;
    }

    /// Parses without copying: constants stay slices of `bytes`.
    static ModelProto parse(Path file, byte[] bytes) throws InvalidModelException {
        try {
            CodedInputStream input = UnsafeByteOperations.unsafeWrap(bytes).newCodedInput();
            input.enableAliasing(true);
            input.setSizeLimit(Integer.MAX_VALUE);
            return ModelProto.parseFrom(input);
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidModelException(
                    "The model file " + file + " (" + bytes.length
                            + " bytes) is cut off or is not an ONNX model; get the file again.",
                    e);
        } catch (IOException e) {
            throw new InvalidModelException("The model file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static byte[] bytes(Path file) throws InvalidModelException {
        try {
            if (Files.isDirectory(file)) {
                throw new InvalidModelException(
                        "The model file " + file + " is a folder; name the .onnx file inside it.");
            }
            long size = Files.size(file);
            if (size == 0) {
                throw new InvalidModelException("The model file " + file + " is empty; get the file again.");
            }
            if (size > LARGEST_FILE) {
                throw new InvalidModelException("The model file " + file + " has " + size
                        + " bytes, but an ONNX file ends at 2 GiB; export it with external data.");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new InvalidModelException(
                    "The model file " + file + " does not exist; complete the model's folder.", e);
        } catch (InvalidModelException e) {
            throw e;
        } catch (IOException e) {
            throw new InvalidModelException(
                    "The model file " + file + " cannot be read (" + e + "); check that it may be read.", e);
        }
    }

    private static void refuseText(Path file, byte[] bytes) throws InvalidModelException {
        if (startsWith(bytes, LFS_POINTER)) {
            throw new InvalidModelException("The model file " + file
                    + " is a Git LFS pointer and not the model itself; fetch the model with `git lfs pull`.");
        }
        for (int index = 0; index < Math.min(bytes.length, TEXT_PROBE); index++) {
            byte value = bytes[index];
            boolean text = value >= ' ' || value == '\n' || value == '\r' || value == '\t';
            if (!text) {
                return;
            }
        }
        throw new InvalidModelException(
                "The model file " + file + " holds text and not an ONNX model; get the file again.");
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int index = 0; index < prefix.length; index++) {
            if (bytes[index] != prefix[index]) {
                return false;
            }
        }
        return true;
    }
}
