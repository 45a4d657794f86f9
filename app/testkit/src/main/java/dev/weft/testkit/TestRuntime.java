package dev.weft.testkit;

import dev.weft.graph.json.WorkflowFile;
import dev.weft.graph.json.WorkflowFormatException;
import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.nodes.api.Folders;
import dev.weft.runtime.RuntimeSettings;
import dev.weft.runtime.WeftRuntime;
import dev.weft.runtime.cache.CacheSettings;
import dev.weft.runtime.plugin.NodeTypes;
import dev.weft.runtime.plugin.PluginPath;
import dev.weft.runtime.plugin.PluginStatus;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A real runtime with the plugins on the class path of a test: the one that is being tested, as it was compiled, and
/// those that it depends on.
///
/// ```java
/// try (TestRuntime weft = TestRuntime.start()) {
///     TestRun run = weft.workflow()
///             .node("blur", "my-nodes:blur", Map.of("radius", 3))
///             .give("blur.image", pictures)
///             .run();
///     ImageBatch blurred = run.output("blur.image", ImageBatch.class);
/// }
/// ```
///
/// Plugins are loaded by class loaders of their own, as in the program; so values of a plugin's own classes are not of
/// the classes that a test sees, but texts, numbers and pictures are.
public final class TestRuntime implements AutoCloseable {
    private final WeftRuntime runtime;
    private final Bench bench;
    private final TestFolder folder;

    private TestRuntime(WeftRuntime runtime, Bench bench, TestFolder folder) {
        this.runtime = runtime;
        this.bench = bench;
        this.folder = folder;
    }

    /// Starts a runtime with all plugins on the class path.
    ///
    /// @throws AssertionError if there is none, or one of them does not load; the message says why
    public static TestRuntime start() {
        return start(onClassPath(), Path.of("models"));
    }

    /// Starts a runtime with all plugins on the class path, for workflows that load models.
    ///
    /// @param models where models are looked for
    /// @throws AssertionError if there is no plugin, or one of them does not load; the message says why
    public static TestRuntime startWithModels(Path models) {
        return start(onClassPath(), models);
    }

    private static List<Path> onClassPath() {
        List<Path> places = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .filter(ClassPathEntry::isPlugin)
                .toList();
        if (places.isEmpty()) {
            throw new AssertionError("There is no plugin on the class path; compile one with @WeftPlugin, and with"
                    + " weft-nodes-api on the compiler's processor path.");
        }
        return places;
    }

    /// Starts a runtime with these plugins.
    ///
    /// @param plugins jar files, or folders with the content of one, such as `target/classes`
    /// @throws AssertionError if one of them does not load; the message says why
    public static TestRuntime start(List<Path> plugins) {
        return start(plugins, Path.of("models"));
    }

    private static TestRuntime start(List<Path> plugins, Path models) {
        Bench bench = new Bench();
        TestFolder folder = TestFolder.make();
        Path root = folder.path();
        WeftRuntime runtime = WeftRuntime.start(
                new RuntimeSettings(
                        new Folders(
                                List.of(models),
                                root.resolve("output"),
                                Path.of("").toAbsolutePath(),
                                root.resolve("cache"),
                                root.resolve("data")),
                        BackendSettings.of(new BackendChoice.Automatic()),
                        CacheSettings.none(),
                        PluginPath.trusting(plugins)),
                bench.types());
        TestRuntime started = new TestRuntime(runtime, bench, folder);
        started.refuseBroken();
        return started;
    }

    private void refuseBroken() {
        String broken = runtime.plugins().stream()
                .filter(status -> !(status instanceof PluginStatus.Loaded))
                .map(PluginStatus::message)
                .collect(Collectors.joining("\n"));
        if (!broken.isEmpty()) {
            close();
            throw new AssertionError(broken);
        }
    }

    /// An empty workflow.
    public TestWorkflow workflow() {
        return new TestWorkflow(runtime, bench);
    }

    /// A workflow that was saved, such as an example that comes with the plugin.
    ///
    /// @throws WorkflowFormatException if the file is no workflow
    /// @throws UncheckedIOException if it cannot be read
    public TestWorkflow workflow(Path file) throws WorkflowFormatException {
        try {
            return new TestWorkflow(runtime, bench).add(WorkflowFile.read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The node types that can be placed.
    public NodeTypes nodeTypes() {
        return runtime.nodeTypes();
    }

    /// Where nodes write files. Removed with all that is in it when the runtime is closed.
    public Path outputFolder() {
        return folder.path().resolve("output");
    }

    /// Closes the plugins and removes what they have written.
    @Override
    public void close() {
        runtime.close();
        folder.remove();
    }
}
