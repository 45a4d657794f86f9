package dev.weft.runtime.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// A plugin's jar, compiled and packed as its author would.
final class PluginJar {
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<JavaFileObject> sources = new ArrayList<>();
    private final String id;
    private String entry = "";
    private String version = "1.0.0";
    private String weft = "^0.1";
    private String depends = "{}";
    private boolean manifest = true;

    private PluginJar(String id) {
        this.id = id;
    }

    static PluginJar of(String id) {
        return new PluginJar(id);
    }

    PluginJar version(String version) {
        this.version = version;
        return this;
    }

    PluginJar weft(String range) {
        this.weft = range;
        return this;
    }

    /// @param json the object under `depends`
    PluginJar depends(String json) {
        this.depends = json;
        return this;
    }

    /// @param type the entry's name
    PluginJar entry(String type) {
        this.entry = type;
        return this;
    }

    /// An entry class of this body, beside which every class of the plugin interface can be named simply.
    PluginJar entry(String type, String body) {
        int dot = type.lastIndexOf('.');
        return entry(type).source(type, """
                        package %s;
                        import dev.weft.graph.NodeTypeId;
                        import dev.weft.graph.types.*;
                        import dev.weft.nodes.api.*;
                        import java.util.*;
                        public class %s implements Plugin {
                            %s
                        }
                        """.formatted(type.substring(0, dot), type.substring(dot + 1), body));
    }

    PluginJar source(String type, String text) {
        sources.add(
                new SimpleJavaFileObject(
                        URI.create("string:///" + type.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                });
        return this;
    }

    PluginJar file(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    PluginJar file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    PluginJar withoutManifest() {
        this.manifest = false;
        return this;
    }

    /// Packs the jar.
    ///
    /// @param folder where the jar is to lie, named for the plugin
    /// @param libraries what the sources need beside the plugin interface
    Path write(Path folder, Path... libraries) throws IOException {
        if (manifest) {
            files.putIfAbsent(
                    PluginFile.MANIFEST, """
                    {"id": "%s", "version": "%s", "entry": "%s", "weft": "%s", "depends": %s}
                    """.formatted(id, version, entry.isEmpty() ? "a.B" : entry, weft, depends)
                            .getBytes(StandardCharsets.UTF_8));
        }
        compile(folder, libraries);
        Path jar = folder.resolve(id + ".jar");
        try (OutputStream stream = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(stream)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return jar;
    }

    /// Classes that were given as files stay as they were given.
    private void compile(Path folder, Path... libraries) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        Path classes = Files.createTempDirectory(folder, "classes");
        StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
        for (Path library : libraries) {
            path.append(System.getProperty("path.separator")).append(library);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        boolean compiled = compiler.getTask(
                        complaints,
                        null,
                        null,
                        List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-classpath", path.toString()),
                        null,
                        sources)
                .call();
        if (!compiled) {
            throw new IllegalArgumentException(complaints.toString());
        }
        try (Stream<Path> walk = Files.walk(classes)) {
            walk.filter(Files::isRegularFile)
                    .forEach(file -> files.putIfAbsent(
                            classes.relativize(file).toString().replace('\\', '/'), bytes(file)));
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
