package dev.weft.editor.plugins;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// A plugin with one node type, compiled by the test.
final class WrittenPlugin {
    private static final String SOURCE = """
            package glow;
            import dev.weft.graph.types.*;
            import dev.weft.nodes.api.*;
            public final class Glow implements Plugin {
                @Override
                public void register(NodeRegistrar registrar) {
                    registrar.add(new NodeType() {
                        @Override
                        public NodeSignature signature() {
                            return NodeSignature.of("glow:halo", 1, "Halo", "effects", "Draws a light round things.")
                                    .with(InputPort.required("image", PortKind.IMAGE, "The pictures."));
                        }
                        @Override
                        public NodeResult execute(NodeInputs inputs, NodeContext context) {
                            throw new UnsupportedOperationException();
                        }
                    });
                }
            }
            """;

    private WrittenPlugin() {}

    /// Writes `glow.jar` into a folder.
    static void into(Path folder) throws IOException {
        Path classes = Files.createTempDirectory("glow");
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        DiagnosticCollector<JavaFileObject> complaints = new DiagnosticCollector<>();
        boolean compiled = compiler.getTask(
                        null,
                        null,
                        complaints,
                        List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")),
                        null,
                        List.of(
                                new SimpleJavaFileObject(
                                        URI.create("string:///glow/Glow.java"), JavaFileObject.Kind.SOURCE) {
                                    @Override
                                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                                        return SOURCE;
                                    }
                                }))
                .call();
        if (!compiled) {
            throw new IllegalStateException(complaints.getDiagnostics().toString());
        }
        Files.createDirectories(folder);
        try (OutputStream out = Files.newOutputStream(folder.resolve("glow.jar"));
                JarOutputStream jar = new JarOutputStream(out)) {
            write(jar, "META-INF/weft-plugin.json", """
                    {"id": "glow", "version": "0.3.1", "entry": "glow.Glow", "weft": ">=0.1.0", "depends": {}}
                    """.getBytes(StandardCharsets.UTF_8));
            for (String name : List.of("glow/Glow.class", "glow/Glow$1.class")) {
                write(jar, name, Files.readAllBytes(classes.resolve(name)));
            }
        }
    }

    private static void write(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
