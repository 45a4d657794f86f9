package dev.weft.cli.author;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/// A small, complete Maven project of one plugin with one node.
///
/// @param plugin what it is called
/// @param weft whose plugin it is
public record PluginProject(NewPlugin plugin, WeftHome weft) {
    /// Writes all of it, or nothing.
    ///
    /// @param folder the project's folder, which is made; its parent has to be there
    /// @throws ProjectException if there is something in that folder already, or it cannot be written
    public void write(Path folder) throws ProjectException {
        String version = weft.version();
        Path target = folder.toAbsolutePath().normalize();
        Path parent = target.getParent();
        refuseTaken(folder, target);
        if (parent == null || !Files.isDirectory(parent)) {
            throw new ProjectException("there is no folder " + parent + " to write the project into; make it first");
        }
        // Under another name until it is whole.
        Path unfinished = parent.resolve("." + plugin.id() + "-" + UUID.randomUUID());
        try {
            try {
                Files.createDirectory(unfinished);
                fill(unfinished, version);
                Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                remove(unfinished);
            }
        } catch (AccessDeniedException _) {
            throw new ProjectException("the project could not be written, as " + parent
                    + " cannot be written to; choose another folder with --dir");
        } catch (IOException e) {
            throw new ProjectException("the project could not be written to " + folder + " ("
                    + e.getClass().getSimpleName() + ": " + e.getMessage() + "); choose another folder with --dir");
        }
    }

    private static void refuseTaken(Path folder, Path target) throws ProjectException {
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new ProjectException(folder + " is a file; choose another folder with --dir");
        }
        try (Stream<Path> content = Files.list(target)) {
            if (content.findAny().isPresent()) {
                throw new ProjectException("the folder " + folder + " is not empty; choose another with --dir");
            }
        } catch (IOException _) {
            throw new ProjectException("the folder " + folder + " cannot be read; choose another with --dir");
        }
    }

    private void fill(Path project, String version) throws IOException {
        Map<String, String> values = Map.of(
                "id", plugin.id(),
                "entry", plugin.entry(),
                "package", plugin.packageName(),
                "folder", plugin.folder(),
                "weft", version,
                "home", weft.folder().toString(),
                "docs", weft.folder().resolve("docs/plugins.md").toUri().toString(),
                "repository", weft.repository().toString());
        for (Map.Entry<String, String> file : files().entrySet()) {
            Path path = project.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, filled(template(file.getValue()), values));
        }
        weft.copyWrapper(project);
    }

    /// Templates by the files that are made of them.
    private Map<String, String> files() {
        String sources = "src/main/java/" + plugin.folder() + "/";
        String tests = "src/test/java/" + plugin.folder() + "/";
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pom.xml", "pom.xml");
        files.put("README.md", "README.md");
        files.put("example.weft.json", "example.weft.json");
        files.put(".gitignore", "gitignore");
        files.put(".mvn/maven.config", "maven.config");
        files.put(sources + "package-info.java", "package-info.java");
        files.put(sources + plugin.entry() + ".java", "Entry.java");
        files.put(sources + "StyledPrompts.java", "StyledPrompts.java");
        files.put(tests + "StyledPromptsTest.java", "StyledPromptsTest.java");
        return files;
    }

    private static String template(String name) throws IOException {
        try (InputStream stream = PluginProject.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("the template " + name + " is missing in Weft");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String filled(String template, Map<String, String> values) {
        String text = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return text;
    }

    /// What is not there any more needs no removing.
    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> content;
        try (Stream<Path> files = Files.walk(folder)) {
            content = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : content) {
            Files.deleteIfExists(file);
        }
    }
}
