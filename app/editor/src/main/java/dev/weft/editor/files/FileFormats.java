package dev.weft.editor.files;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.nio.file.Path;
import java.util.List;

/// The kinds of files that can be opened. The first that fits is taken.
@Singleton
final class FileFormats {
    private final List<FileFormat> formats;

    @Inject
    FileFormats() {
        formats = List.of(new PictureFormat(), new WeftFormat());
    }

    FileFormat of(Path file) {
        return formats.stream().filter(format -> format.fits(file)).findFirst().orElseThrow();
    }
}
