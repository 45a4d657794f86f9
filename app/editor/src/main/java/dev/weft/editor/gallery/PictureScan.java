package dev.weft.editor.gallery;

import com.google.inject.Inject;
import dev.weft.models.image.PngFile;
import dev.weft.models.image.PngHead;
import dev.weft.nodes.api.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the picture files below the output folder. What was read before and has not changed is not read again.
///
/// Used by one thread.
final class PictureScan {
    private static final Logger LOG = LoggerFactory.getLogger(PictureScan.class);
    private static final String ENDING = ".png";
    private static final int DEEPEST = 8;

    private final Path folder;
    private Map<Path, MadePicture> known = Map.of();

    @Inject
    PictureScan(Folders folders) {
        this.folder = folders.output();
    }

    /// All pictures, in no particular order. A file that cannot be read is left out.
    List<MadePicture> pictures() {
        Map<Path, MadePicture> found = new HashMap<>();
        for (Path file : files()) {
            read(file).ifPresent(picture -> found.put(file, picture));
        }
        known = found;
        return List.copyOf(found.values());
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            walk.filter(PictureScan::isPicture).forEach(files::add);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The output folder {} can't be read whole: {}", folder, e.getMessage());
        }
        return files;
    }

    /// The picture of a report lies beside the report and is no picture of a set.
    private static boolean isPicture(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(ENDING)
                && !name.startsWith(".")
                && !Files.exists(file.resolveSibling(name.substring(0, name.length() - ENDING.length()) + ".json"));
    }

    private Optional<MadePicture> read(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Instant written = attributes.lastModifiedTime().toInstant();
            MadePicture before = known.get(file);
            if (before != null && before.written().equals(written) && before.bytes() == attributes.size()) {
                return Optional.of(before);
            }
            PngHead head = PngFile.readHead(file);
            return Optional.of(new MadePicture(
                    file,
                    written,
                    attributes.size(),
                    head.width(),
                    head.height(),
                    Objects.requireNonNullElse(head.texts().get("workflow"), ""),
                    Objects.requireNonNullElse(head.texts().get("seed"), "")));
        } catch (IOException e) {
            LOG.debug("The picture {} is left out of the gallery: {}", file, e.getMessage());
            return Optional.empty();
        }
    }
}
