package dev.weft.models.onnx;

import dev.weft.models.onnx.proto.OnnxProto.StringStringEntryProto;
import dev.weft.models.onnx.proto.OnnxProto.TensorProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Finds the files that hold a model's external weights and keeps them inside the model file's folder: a model is
/// data from strangers, and a location such as `../../secrets` must not be opened.
final class ExternalData {
    private final Path file;
    /// Location as written in the model to real file and its size.
    private final Map<String, Located> located = new LinkedHashMap<>();

    private record Located(Path realFile, long size) {}

    ExternalData(Path file) {
        this.file = file;
    }

    static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    Set<Path> files() {
        Map<Path, Boolean> files = new LinkedHashMap<>();
        for (Located each : located.values()) {
            files.put(each.realFile(), true);
        }
        return Set.copyOf(files.keySet());
    }

    /// Checks that `expectedBytes` bytes of the tensor lie where it says.
    void check(TensorProto tensor, long expectedBytes) throws InvalidModelException {
        Map<String, String> entries = new HashMap<>();
        for (StringStringEntryProto entry : tensor.getExternalDataList()) {
            entries.put(entry.getKey(), entry.getValue());
        }
        String location = entries.getOrDefault("location", "");
        Located data = locate(tensor, location);
        long offset = number(tensor, entries, "offset", 0);
        long length = number(tensor, entries, "length", expectedBytes);
        if (length != expectedBytes) {
            throw new InvalidModelException("The model file " + file + " gives the weights '" + tensor.getName() + "' "
                    + length + " bytes in '" + location + "', but their shape needs " + expectedBytes
                    + "; get the model again.");
        }
        if (offset > data.size() || length > data.size() - offset) {
            throw new InvalidModelException("The weights file " + data.realFile() + " ends at byte " + data.size()
                    + ", but the weights '" + tensor.getName() + "' of " + file + " reach to byte "
                    + (offset > Long.MAX_VALUE - length ? "2^63" : Long.toString(offset + length))
                    + "; get the file again.");
        }
    }

    private Located locate(TensorProto tensor, String location) throws InvalidModelException {
        Located known = located.get(location);
        if (known != null) {
            return known;
        }
        Path relative = relative(tensor, location);
        Path folder = folderOf(file);
        Path target = folder.resolve(relative).normalize();
        if (!target.startsWith(folder)) {
            throw leaves(tensor, location);
        }
        if (!Files.isRegularFile(target)) {
            throw new InvalidModelException(
                    "The weights file " + target + " of the model " + file + " is missing; put it beside the model.");
        }
        Path realFile;
        long size;
        try {
            realFile = target.toRealPath();
            if (!realFile.startsWith(folder.toRealPath())) {
                throw leaves(tensor, location);
            }
            size = Files.size(realFile);
        } catch (InvalidModelException e) {
            throw e;
        } catch (IOException e) {
            throw new InvalidModelException(
                    "The weights file " + target + " of the model " + file + " cannot be read (" + e
                            + "); check that it may be read.",
                    e);
        }
        Located found = new Located(realFile, size);
        located.put(location, found);
        return found;
    }

    private Path relative(TensorProto tensor, String location) throws InvalidModelException {
        if (location.isEmpty()) {
            throw new InvalidModelException("The model file " + file + " does not say in which file the weights '"
                    + tensor.getName() + "' lie; export the model again.");
        }
        // A Windows drive or backslash is a plain file name elsewhere, so those forms are looked for by hand.
        boolean drive = location.length() > 1 && location.charAt(1) == ':';
        try {
            Path path = Path.of(location);
            if (path.isAbsolute() || drive || location.startsWith("/") || location.startsWith("\\")) {
                throw new InvalidModelException("The model file " + file + " wants the weights '" + tensor.getName()
                        + "' from the absolute path '" + location
                        + "', which Weft does not follow; export the model with its weights beside it.");
            }
            return path;
        } catch (InvalidPathException e) {
            throw new InvalidModelException(
                    "The model file " + file + " wants the weights '" + tensor.getName() + "' from '" + location
                            + "', which is no file name; export the model again.",
                    e);
        }
    }

    private InvalidModelException leaves(TensorProto tensor, String location) {
        return new InvalidModelException("The model file " + file + " wants the weights '" + tensor.getName()
                + "' from '" + location + "', outside its own folder, which Weft does not allow; put the weights file"
                + " itself into " + folderOf(file) + " and export the model so.");
    }

    private long number(TensorProto tensor, Map<String, String> entries, String key, long otherwise)
            throws InvalidModelException {
        String text = entries.get(key);
        if (text == null) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Reported below, as a negative number is.
        }
        throw new InvalidModelException("The model file " + file + " gives the weights '" + tensor.getName() + "' the "
                + key + " '" + text + "', which is not a number of bytes; export the model again.");
    }
}
