package dev.weft.models.metrics;

import dev.weft.models.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A model file that scores, with what its own configuration says of the pictures that it takes.
///
/// @param file the ONNX file
/// @param preprocessing how pictures are made ready; without it they are given as the starter's judges take them
record JudgeModel(Path file, Optional<Preprocessing> preprocessing) {
    private static final String CONFIGURATION = "preprocessor_config.json";

    /// A model of the starter's kind: one file that takes pictures in −1…1 at its own fixed size.
    static JudgeModel plain(Path file) {
        return new JudgeModel(file, Optional.empty());
    }

    /// A published model with the configuration of its folder.
    ///
    /// @throws IOException with a sentence for the user if the configuration is missing or makes no sense
    static JudgeModel published(Path folder, Path file) throws IOException {
        Optional<ConfigFile> config = ConfigFile.readIfPresent(folder.resolve(CONFIGURATION));
        if (config.isEmpty()) {
            throw new JudgeException(
                    "The folder " + folder + " lacks " + CONFIGURATION + ", which says how pictures are"
                            + " made ready for " + file.getFileName() + "; copy it from the original model.");
        }
        return new JudgeModel(file, Optional.of(Preprocessing.read(config.get())));
    }
}
