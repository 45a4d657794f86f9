package dev.weft.cli.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// What a new project takes from the Weft that writes it.
///
/// @param folder the folder of Weft's launcher and Maven wrapper
/// @param repository the Maven repository of Weft's own artifacts, which the build assembles
public record WeftHome(Path folder, Path repository) {
    private static final List<String> WRAPPER = List.of("mvnw", "mvnw.cmd", ".mvn/wrapper/maven-wrapper.properties");

    /// The version of the artifacts that are the newest build's.
    String version() throws ProjectException {
        Path file = repository.resolve("version");
        try {
            return Files.readString(file).strip();
        } catch (IOException _) {
            throw new ProjectException(
                    "the libraries that plugins are built with are not in " + repository + "; build Weft anew");
        }
    }

    /// Copies the Maven wrapper.
    void copyWrapper(Path project) throws IOException {
        for (String name : WRAPPER) {
            Path copy = project.resolve(name);
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            Files.copy(folder.resolve(name), copy);
        }
        // Where files have no such permission, nothing needs it.
        project.resolve("mvnw").toFile().setExecutable(true, false);
    }
}
