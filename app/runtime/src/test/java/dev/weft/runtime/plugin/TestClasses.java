package dev.weft.runtime.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Classes of these tests, copied to where a plugin's class loader finds them.
final class TestClasses {
    private TestClasses() {}

    /// Copies a test class and all classes that are written within it.
    static void copy(Class<?> test, Path folder) throws IOException {
        Path compiled = Path.of("target", "test-classes");
        Path packageFolder = compiled.resolve(test.getPackageName().replace('.', '/'));
        List<Path> files;
        try (Stream<Path> all = Files.list(packageFolder)) {
            files = all.filter(file -> file.getFileName().toString().matches(test.getSimpleName() + "(\\$.*)?\\.class"))
                    .toList();
        }
        for (Path file : files) {
            Path copy = folder.resolve(compiled.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }
}
