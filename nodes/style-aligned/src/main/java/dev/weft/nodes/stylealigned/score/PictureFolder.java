package dev.weft.nodes.stylealigned.score;

import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.ImageFile;
import dev.weft.nodes.api.FileContent;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.NodeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The picture files that lie in a folder, by name; not those in folders within.
///
/// @param folder where they lie
/// @param files the pictures, sorted by name
record PictureFolder(Path folder, List<Path> files) implements PictureSet {
    static final String PARAMETER = "folder";
    private static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg", "bmp", "gif");

    PictureFolder {
        files = List.copyOf(files);
    }

    /// Lists a folder.
    ///
    /// @param name the folder; relative names begin at the input folder
    /// @throws NodeException if there is no such folder, or it cannot be read
    static PictureFolder list(Folders folders, String name) throws NodeException {
        Path folder = resolve(folders, name);
        if (name.isBlank() || !Files.isDirectory(folder)) {
            throw new NodeException(
                    PARAMETER,
                    name.isBlank()
                            ? "No folder is named; set 'folder' to one that holds pictures."
                            : "There is no folder " + folder + "; check the name, or write its whole path.");
        }
        try (Stream<Path> found = Files.list(folder)) {
            return new PictureFolder(
                    folder, found.filter(PictureFolder::holdsPicture).sorted().toList());
        } catch (IOException e) {
            throw new NodeException("The folder " + folder + " cannot be read; check its permissions.", e);
        }
    }

    private static Path resolve(Folders folders, String name) throws NodeException {
        try {
            return folders.input().resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new NodeException(PARAMETER, "'" + name + "' is not a folder's name here; correct it.");
        }
    }

    private static boolean holdsPicture(Path file) {
        String name = fileName(file);
        int dot = name.lastIndexOf('.');
        return !name.startsWith(".")
                && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))
                && Files.isRegularFile(file);
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    /// What changes when a picture does, or comes, goes or is renamed.
    String changeMarker() throws IOException {
        StringBuilder marker = new StringBuilder();
        for (Path file : files) {
            marker.append(fileName(file))
                    .append(' ')
                    .append(FileContent.of(file))
                    .append('\n');
        }
        return marker.toString();
    }

    @Override
    public String title() {
        return fileName(folder);
    }

    @Override
    public List<String> names() {
        return files.stream().map(PictureFolder::fileName).toList();
    }

    @Override
    public ImageBatch picture(int index) throws NodeException {
        try {
            return ImageFile.read(files.get(index));
        } catch (IOException e) {
            throw NodeException.of(PARAMETER, e);
        }
    }
}
