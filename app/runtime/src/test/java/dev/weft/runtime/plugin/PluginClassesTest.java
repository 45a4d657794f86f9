package dev.weft.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.WeftRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Which classes and resources a plugin sees.
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class PluginClassesTest {
    private static final Path LIBRARIES = Path.of("target", "test-libraries").toAbsolutePath();
    private static final String VERSION =
            "org.apache.commons.lang3.StringUtils.class.getPackage().getImplementationVersion()";

    /// In commons-lang3 since 3.14.
    private static final String HAS_NEW_CLASS = """
            java.util.stream.Stream.of("org.apache.commons.lang3.ArrayFill").anyMatch(name -> {
                try { return Class.forName(name) != null; } catch (ClassNotFoundException e) { return false; }
            })""";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void two_plugins_work_side_by_side_with_two_versions_of_one_library() throws IOException {
        library("older", "commons-lang3-old.jar");
        library("newer", "commons-lang3-new.jar");
        try (WeftRuntime runtime = start()) {
            assertThat(TestRuntime.answer(runtime, "older")).isEqualTo("3.12.0 false");
            assertThat(TestRuntime.answer(runtime, "newer")).isEqualTo("3.20.0 true");
        }
    }

    @Test
    void a_plugin_keeps_its_version_of_a_library_though_one_that_it_needs_has_another() throws IOException {
        library("older", "commons-lang3-old.jar");
        PluginJar.of("newer")
                .depends("{\"older\": \"^1.0\"}")
                .entry("newer.Entry", TestRuntime.nodes("newer", VERSION + " + p_older.Shared.version()"))
                .file("META-INF/lib/commons-lang3.jar", Files.readAllBytes(LIBRARIES.resolve("commons-lang3-new.jar")))
                .write(folder, LIBRARIES.resolve("commons-lang3-new.jar"), folder.resolve("older.jar"));
        try (WeftRuntime runtime = start()) {
            assertThat(TestRuntime.answer(runtime, "newer")).isEqualTo("3.20.0 and 3.12.0");
        }
    }

    @Test
    void a_library_that_was_damaged_in_the_cache_is_unpacked_again() throws IOException {
        library("older", "commons-lang3-old.jar");
        try (WeftRuntime runtime = start()) {
            assertThat(TestRuntime.answer(runtime, "older")).startsWith("3.12.0");
        }
        Path copy = onlyFile(onlyFile(folder.resolve("cache/plugins")));
        long size = Files.size(copy);
        Files.write(copy, new byte[(int) size]);
        try (WeftRuntime runtime = start()) {
            assertThat(TestRuntime.answer(runtime, "older")).startsWith("3.12.0");
        }
    }

    @Test
    void the_libraries_of_the_host_are_hidden() throws IOException {
        PluginJar.of("spy").entry("spy.Entry", TestRuntime.nodes("spy", """
                                java.util.stream.Stream.of("com.google.common.collect.ImmutableList",
                                        "dev.weft.runtime.WeftRuntime", "org.junit.jupiter.api.Test",
                                        "dev.weft.graph.Workflow", "org.slf4j.Logger", "java.sql.Connection")
                                    .filter(name -> {
                                        try { return Class.forName(name) != null; }
                                        catch (ClassNotFoundException e) { return false; }
                                    }).toList()""")).write(folder);
        try (WeftRuntime runtime = start()) {
            assertThat(TestRuntime.answer(runtime, "spy"))
                    .isEqualTo("[dev.weft.graph.Workflow, org.slf4j.Logger, java.sql.Connection]");
        }
    }

    @Test
    void services_are_found_in_the_plugin_by_the_context_loader_and_none_of_the_host() throws IOException {
        PluginJar.of("server")
                .entry("server.Entry", TestRuntime.nodes("server", """
                                ServiceLoader.load(Runnable.class).stream().map(each -> each.type().getName()).toList()
                                    + " " + Thread.currentThread().getContextClassLoader().getName()
                                    + " " + Collections.list(Entry.class.getClassLoader()
                                            .getResources("META-INF/services/org.junit.platform.engine.TestEngine"))"""))
                .source("server.Task", "package server; public class Task implements Runnable { public void run() {} }")
                .file("META-INF/services/java.lang.Runnable", "server.Task")
                .write(folder);
        try (WeftRuntime runtime = start()) {
            assertThat(TestRuntime.answer(runtime, "server")).isEqualTo("[server.Task] server []");
        }
    }

    @Test
    void a_plugin_that_brought_classes_of_weft_gets_those_of_the_host() throws IOException {
        PluginJar.of("hoarder")
                .entry("hoarder.Entry", TestRuntime.nodes("hoarder", "thing.name()"))
                .source(
                        "dev.weft.nodes.api.Plugin",
                        "package dev.weft.nodes.api; public interface Plugin {"
                                + " void register(NodeRegistrar registrar); }")
                .write(folder);
        try (WeftRuntime runtime = start()) {
            assertThat(TestRuntime.answer(runtime, "hoarder")).isEqualTo("thing");
        }
    }

    /// A plugin that answers with what it finds of the library that it brings.
    private void library(String plugin, String file) throws IOException {
        PluginJar.of(plugin)
                .entry("p_" + plugin + ".Entry", TestRuntime.nodes(plugin, VERSION + " + \" \" + " + HAS_NEW_CLASS))
                .source(
                        "p_" + plugin + ".Shared",
                        "package p_" + plugin + "; public class Shared {"
                                + " public static String version() { return \" and \" + " + VERSION + "; } }")
                .file("META-INF/lib/commons-lang3.jar", Files.readAllBytes(LIBRARIES.resolve(file)))
                .write(folder, LIBRARIES.resolve(file));
    }

    private WeftRuntime start() {
        return TestRuntime.start(folder, Duration.ofMinutes(5));
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }
}
