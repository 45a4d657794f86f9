package dev.weft.editor.gallery;

import dev.weft.graph.Workflow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The pictures that one run made.
///
/// @param title what people call it
/// @param pictures in the order of their rows
/// @param workflow what made them, if they say it
record PictureSet(String title, List<MadePicture> pictures, Optional<Workflow> workflow) {
    /// @throws IllegalArgumentException if there are no pictures
    PictureSet {
        if (pictures.isEmpty()) {
            throw new IllegalArgumentException("a set has at least one picture");
        }
        pictures = List.copyOf(pictures);
    }

    MadePicture first() {
        return pictures.getFirst();
    }

    /// Names the set for as long as its files stay where they are.
    Path key() {
        return first().file();
    }

    /// When its last picture was written.
    Instant made() {
        return pictures.getLast().written();
    }

    List<Path> files() {
        return pictures.stream().map(MadePicture::file).toList();
    }

    int size() {
        return pictures.size();
    }
}
