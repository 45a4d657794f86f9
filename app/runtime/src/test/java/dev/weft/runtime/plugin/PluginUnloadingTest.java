package dev.weft.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.NodeTypeId;
import dev.weft.nodes.api.NodeType;
import dev.weft.runtime.WeftRuntime;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class PluginUnloadingTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void install_a_plugin_another_that_needs_it_and_a_third() throws IOException {
        PluginJar.of("base")
                .entry("base.Entry", TestRuntime.nodes("base", "thing.name()"))
                .source(
                        "base.Shared",
                        "package base; public class Shared { public static String word() { return \"shared\"; } }")
                .write(folder);
        PluginJar.of("top")
                .entry("top.Entry", TestRuntime.nodes("top", "base.Shared.word()"))
                .depends("{\"base\": \"^1.0\"}")
                .write(folder, folder.resolve("base.jar"));
        PluginJar.of("other")
                .entry("other.Entry", TestRuntime.nodes("other", "thing.name()"))
                .write(folder);
    }

    @Test
    void a_plugin_goes_together_with_those_that_need_it_and_the_others_stay() {
        try (WeftRuntime runtime = TestRuntime.start(folder, LONG)) {
            assertThat(TestRuntime.answer(runtime, "top")).isEqualTo("shared");
            assertThat(runtime.unload("base")).containsExactly("top", "base");
            assertThat(runtime.plugins()).extracting(PluginStatus::plugin).containsExactly("other");
            assertThat(runtime.nodeTypes().all())
                    .allMatch(type -> type.id().namespace().equals("other"));
            assertThat(TestRuntime.answer(runtime, "other")).isEqualTo("thing");
            assertThat(runtime.unload("base")).isEmpty();
        }
    }

    @Test
    void an_unloaded_plugin_leaves_no_class_loader_though_its_nodes_ran_and_results_were_kept() {
        try (WeftRuntime runtime = TestRuntime.start(folder, LONG)) {
            List<WeakReference<ClassLoader>> loaders = runAll(runtime);
            runtime.unload("base");
            assertThat(isCollected(loaders.get(0))).isTrue();
            assertThat(isCollected(loaders.get(1))).isTrue();
            assertThat(loaders.get(2).get())
                    .as("the loader of a plugin that stays")
                    .isNotNull();
        }
    }

    @Test
    void a_closed_runtime_leaves_no_class_loader() {
        assertThat(runAllAndClose())
                .allSatisfy(loader -> assertThat(isCollected(loader)).isTrue());
    }

    private List<WeakReference<ClassLoader>> runAllAndClose() {
        try (WeftRuntime runtime = TestRuntime.start(folder, LONG)) {
            return runAll(runtime);
        }
    }

    /// The class loaders of `base`, `top` and `other`, which nothing here holds on to.
    private static List<WeakReference<ClassLoader>> runAll(WeftRuntime runtime) {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (String plugin : List.of("base", "top", "other")) {
            TestRuntime.answer(runtime, plugin);
            Optional<NodeType> type = runtime.nodeTypes().type(new NodeTypeId(plugin, "tell"));
            ClassLoader loader = ((HostedNodeType) type.orElseThrow()).loader();
            assertThat(loader).isInstanceOf(PluginClassLoader.class);
            loaders.add(new WeakReference<>(loader));
        }
        return loaders;
    }

    /// Waits, as long as the test may, for the collector to find out.
    private static boolean isCollected(WeakReference<ClassLoader> loader) {
        for (int round = 0; round < 200; round++) {
            System.gc();
            if (loader.refersTo(null)) {
                return true;
            }
        }
        return false;
    }
}
