package dev.weft.models.bundle;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds model files in a bundle's folders.
final class ModelFiles {
    private ModelFiles() {}

    /// `model.onnx`, or the only ONNX file where it is called otherwise.
    static Optional<Path> in(Path folder) throws IOException {
        Path usual = folder.resolve("model.onnx");
        if (Files.isRegularFile(usual)) {
            return Optional.of(usual);
        }
        List<Path> models = matching(folder, "*.onnx");
        return models.size() == 1 ? Optional.of(models.getFirst()) : Optional.empty();
    }

    /// A file with weights that Weft does not read.
    static Optional<Path> weights(Path folder) throws IOException {
        List<Path> weights = matching(folder, "*.{safetensors,ckpt,bin,pt,pth,gguf}");
        return weights.stream().findFirst();
    }

    private static List<Path> matching(Path folder, String pattern) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
                files.forEach(found::add);
            }
        }
        found.sort(null);
        return found;
    }
}
