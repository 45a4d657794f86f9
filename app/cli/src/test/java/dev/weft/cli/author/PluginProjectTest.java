package dev.weft.cli.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.Workflow;
import dev.weft.graph.json.WorkflowFile;
import dev.weft.graph.validation.Validation;
import dev.weft.graph.validation.Validator;
import dev.weft.testkit.TestRuntime;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The project that is written, compiled and tested as its own build does it, but for Maven.
final class PluginProjectTest {
    private static final String CLASS_PATH = "java.class.path";

    @TempDir
    private Path folder = Path.of("");

    private String classPath = "";

    @BeforeEach
    void remember() {
        classPath = System.getProperty(CLASS_PATH);
    }

    @AfterEach
    void restore() {
        System.setProperty(CLASS_PATH, classPath);
    }

    /// Also names that would clash with words of Java, and with classes that are used.
    @ParameterizedTest
    @ValueSource(strings = {"my-nodes", "new", "string", "styled_prompts", "record-node", "a--1-", "x_1"})
    void the_written_plugin_compiles_and_passes_its_tests(String id) throws Exception {
        Path classes = compiled(id);
        // The class path of a test is where it finds the plugin.
        System.setProperty(CLASS_PATH, classes.toString());
        NewPlugin plugin = new NewPlugin(id);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Class<?> type = loader.loadClass(plugin.packageName() + ".StyledPromptsTest");
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            int tests = 0;
            for (Method method : type.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Test.class)) {
                    method.setAccessible(true);
                    method.invoke(constructor.newInstance());
                    tests++;
                }
            }
            assertThat(tests).isEqualTo(3);
        }
    }

    @Test
    void the_example_workflow_can_be_run() throws Exception {
        Path classes = compiled("my-nodes");
        Path core = Path.of("../../nodes/core/target/classes");
        Workflow example = WorkflowFile.read(folder.resolve("project/example.weft.json"));
        try (TestRuntime weft = TestRuntime.start(List.of(core, classes))) {
            assertThat(new Validator(weft.nodeTypes()).validate(example)).isInstanceOf(Validation.Valid.class);
        }
    }

    private Path compiled(String id) throws IOException, ProjectException {
        Path home = Files.createDirectories(folder.resolve("weft"));
        Path repository = Files.createDirectories(home.resolve("repository"));
        Files.writeString(repository.resolve("version"), "0.1.0");
        for (String file : List.of("mvnw", "mvnw.cmd", ".mvn/wrapper/maven-wrapper.properties")) {
            Path copy = home.resolve(file);
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            Files.copy(Path.of("../..").resolve(file), copy);
        }
        Path project = folder.resolve("project");
        new PluginProject(NewPlugin.named(id), new WeftHome(home, repository)).write(project);
        Path classes = Files.createDirectories(project.resolve("target/classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter told = new StringWriter();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            told,
                            files,
                            null,
                            List.of(
                                    "-d", classes.toString(),
                                    "-classpath", System.getProperty(CLASS_PATH),
                                    "-processorpath", System.getProperty(CLASS_PATH),
                                    "-processor", "dev.weft.nodes.api.processor.ManifestProcessor",
                                    "-Xlint:all,-processing,-classfile,-path", "-Werror"),
                            null,
                            files.getJavaFileObjectsFromPaths(sources(project)))
                    .call();
            assertThat(told.toString()).isEmpty();
            assertThat(compiled).isTrue();
        }
        return classes;
    }

    private static List<Path> sources(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project.resolve("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
