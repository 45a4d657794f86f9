package dev.weft.nodes.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/// What a file looks like from outside, without reading it. Where that is the same as before, so is what it holds,
/// unless somebody takes pains to hide a change.
///
/// Good as a change marker for files of gigabytes; smaller ones are better told apart by [FileContent].
///
/// @param size in bytes
/// @param modified when its content was last written
/// @param changed when its content or its entry was last changed, which copying with the old time does not hide; the
///     time of `modified` where the system does not say
/// @param key tells it from another file of the same name, such as one that was moved there; empty where the system
///     does not say
public record FileStamp(long size, FileTime modified, FileTime changed, String key) {
    /// Looks at a file.
    ///
    /// @throws IOException if it is not there or may not be looked at
    public static FileStamp of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        Object key = attributes.fileKey();
        return new FileStamp(
                attributes.size(),
                attributes.lastModifiedTime(),
                changed(file, attributes.lastModifiedTime()),
                key == null ? "" : key.toString());
    }

    private static FileTime changed(Path file, FileTime modified) throws IOException {
        try {
            return Files.getAttribute(file, "unix:ctime") instanceof FileTime time ? time : modified;
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return modified;
        }
    }
}
