package dev.weft.models.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the models that score pictures lie, found but not opened.
///
/// The folder is a bundle's `metrics`, or one of the user's own, and holds
///
/// - `dino.onnx`, or a folder `dino` with a published DINO: an ONNX file and its `preprocessor_config.json`;
/// - `clip_image.onnx` and `clip_text.onnx`, or a folder `clip` with a published CLIP: `model.onnx` of both halves, or
///   `vision_model.onnx` and `text_model.onnx`, with `preprocessor_config.json` and the tokenizer's files.
///
/// ONNX files of a published model may also lie in its subfolder `onnx`. A folder goes before a file.
///
/// @param folder where all of them lie
/// @param dino compares pictures
/// @param clipPictures reads pictures for comparison with texts, if there is a CLIP
/// @param clipTexts reads texts for comparison with pictures, if there is a CLIP
/// @param tokenizer the folder of the tokenizer of `clipTexts`
record JudgeFiles(
        Path folder,
        JudgeModel dino,
        Optional<JudgeModel> clipPictures,
        Optional<Path> clipTexts,
        Optional<Path> tokenizer) {
    /// Looks in the folder of that name in each root, in the folder itself and in its `metrics`; the first that holds a
    /// DINO counts.
    ///
    /// @throws IOException with a sentence for the user if there is none, or it is not whole
    static JudgeFiles find(List<Path> roots, String name) throws IOException {
        List<Path> looked = new ArrayList<>();
        for (Path root : roots) {
            Path named = named(root.toAbsolutePath().normalize(), name);
            for (Path folder : List.of(named.resolve("metrics"), named)) {
                Optional<JudgeModel> dino = dino(folder);
                if (dino.isPresent()) {
                    return withClip(folder, dino.get(), named);
                }
            }
            looked.add(named);
        }
        throw new JudgeException("There is no dino.onnx, nor a folder dino with a model, in "
                + String.join(" or ", looked.stream().map(Path::toString).toList())
                + " or its folder metrics; name a model that has judges, such as starter.");
    }

    private static Path named(Path root, String name) throws JudgeException {
        try {
            Path named = root.resolve(name).normalize();
            if (named.startsWith(root) && !named.equals(root)) {
                return named;
            }
        } catch (InvalidPathException e) {
            // Refused below, like every other name of no folder.
        }
        throw new JudgeException("'" + name + "' is no name of a model; use one that `weft models` lists.");
    }

    private static Optional<JudgeModel> dino(Path folder) throws IOException {
        Path published = folder.resolve("dino");
        Optional<Path> model = onnx(published, "model.onnx").or(() -> only(published));
        if (model.isPresent()) {
            return Optional.of(JudgeModel.published(published, model.get()));
        }
        return present(folder.resolve("dino.onnx")).map(JudgeModel::plain);
    }

    private static JudgeFiles withClip(Path folder, JudgeModel dino, Path bundle) throws IOException {
        Path published = folder.resolve("clip");
        Optional<Path> whole = onnx(published, "model.onnx");
        Optional<Path> pictures = onnx(published, "vision_model.onnx").or(() -> whole);
        Optional<Path> texts = onnx(published, "text_model.onnx").or(() -> whole);
        if (pictures.isPresent() && texts.isPresent()) {
            return new JudgeFiles(
                    folder,
                    dino,
                    Optional.of(JudgeModel.published(published, pictures.get())),
                    texts,
                    Optional.of(published));
        }
        Path tokenizer = bundle.resolve("tokenizer");
        Optional<Path> plainPictures = present(folder.resolve("clip_image.onnx"));
        Optional<Path> plainTexts = present(folder.resolve("clip_text.onnx"));
        if (plainPictures.isPresent() && plainTexts.isPresent() && Files.isDirectory(tokenizer)) {
            return new JudgeFiles(
                    folder, dino, plainPictures.map(JudgeModel::plain), plainTexts, Optional.of(tokenizer));
        }
        return new JudgeFiles(folder, dino, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Optional<Path> onnx(Path folder, String name) {
        return present(folder.resolve(name))
                .or(() -> present(folder.resolve("onnx").resolve(name)));
    }

    private static Optional<Path> only(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> models =
                    files.filter(file -> file.toString().endsWith(".onnx")).toList();
            return models.size() == 1 ? Optional.of(models.getFirst()) : Optional.empty();
        } catch (IOException e) {
            // What cannot be listed holds no model, and the search says where it looked.
            return Optional.empty();
        }
    }

    private static Optional<Path> present(Path file) {
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }
}
