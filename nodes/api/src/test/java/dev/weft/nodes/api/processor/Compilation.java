package dev.weft.nodes.api.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// What the compiler made of some sources, with the processor found as a plugin author's compiler finds it: as a
/// service on the processor path.
///
/// @param errors `LINE: sentence`
/// @param manifest the manifest that was written
record Compilation(List<String> errors, Optional<String> manifest) {
    static Compilation of(Path folder, String... sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        List<JavaFileObject> files = new ArrayList<>();
        for (int i = 0; i < sources.length; i++) {
            files.add(new Source("Source" + i, sources[i]));
        }
        String path = System.getProperty("java.class.path");
        List<String> options = List.of("-d", folder.toString(), "-classpath", path, "-processorpath", path);
        boolean compiled =
                compiler.getTask(null, null, told, options, null, files).call();
        List<String> errors = told.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(each -> each.getLineNumber() + ": " + each.getMessage(null))
                .toList();
        if (compiled != errors.isEmpty()) {
            throw new AssertionError("the compiler failed without a reason, or gave one without failing: " + errors);
        }
        Path manifest = folder.resolve("META-INF/weft-plugin.json");
        try {
            return new Compilation(
                    errors, Files.exists(manifest) ? Optional.of(Files.readString(manifest)) : Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return !simpleName.endsWith("-info");
        }

        @Override
        public String getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
