package dev.weft.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.NodeTypeId;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.TypeRule;
import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeRegistrar;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.api.Plugin;
import dev.weft.runtime.RuntimeSettings;
import dev.weft.runtime.WeftRuntime;
import dev.weft.runtime.cache.CacheSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginHostTest {
    @TempDir
    private Path folder = Path.of("");

    private final List<Path> places = new ArrayList<>();

    @Test
    void an_entry_is_given_the_folders_and_the_backend_and_its_node_types_are_found() throws IOException {
        install("good", Good.class, "{}");
        WeftRuntime runtime = start();
        assertThat(runtime.plugins())
                .extracting(PluginStatus::message)
                .containsExactly("plugin 'good' 1.0.0 brings 1 node type");
        assertThat(runtime.nodeTypes().find(NodeTypeId.parse("good:node"))).isPresent();
        assertThat(runtime.nodeTypes().find(NodeTypeId.parse("good:other"))).isEmpty();
    }

    @Test
    void a_plugin_that_fails_says_so_and_the_others_load() throws IOException {
        install("good", Good.class, "{}");
        install("crash", Crashing.class, "{}");
        WeftRuntime runtime = start();
        assertThat(runtime.nodeTypes().all()).hasSize(1);
        assertThat(runtime.plugins())
                .filteredOn(PluginStatus.Failed.class::isInstance)
                .singleElement()
                .satisfies(status -> assertThat(status.message())
                        .startsWith("plugin 'crash' 1.0.0 in ")
                        .contains("IllegalStateException: no luck", "update or remove it")
                        .doesNotContain("\n"));
    }

    @Test
    void the_flight_recorder_is_told_of_each_plugin() throws IOException {
        install("good", Good.class, "{}");
        install("crash", Crashing.class, "{}");
        Path file = folder.resolve("weft.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("dev.weft.PluginLoad");
            recording.start();
            start().nodeTypes();
            recording.stop();
            recording.dump(file);
        }
        assertThat(RecordingFile.readAllEvents(file))
                .extracting(event -> event.getString("plugin") + " " + event.getString("version") + " "
                        + event.getInt("nodeTypes") + " " + event.getBoolean("failed"))
                .containsExactlyInAnyOrder("good 1.0.0 1 false", "crash 1.0.0 0 true");
    }

    @Test
    void a_plugin_cannot_write_into_the_namespace_of_another() throws IOException {
        install("thief", Thief.class, "{}");
        assertThat(start().plugins().getFirst().message()).contains("'good:node'", "does not begin with 'thief:'");
    }

    @Test
    void an_entry_that_asks_for_the_unknown_is_told_so() throws IOException {
        install("greedy", Greedy.class, "{}");
        assertThat(start().plugins().getFirst().message())
                .contains("its entry asks for List<StringBuilder>, which Weft does not offer");
    }

    @Test
    void an_entry_that_is_missing_or_no_plugin_is_told_so() throws IOException {
        install("absent", "no.such.Entry", "{}");
        install("wrong", "java.lang.Object", "{}");
        assertThat(start().plugins())
                .extracting(PluginStatus::message)
                .satisfiesExactly(
                        absent -> assertThat(absent).contains("its entry no.such.Entry is not there"),
                        wrong -> assertThat(wrong).contains("its entry java.lang.Object does not implement"));
    }

    @Test
    void what_depends_on_a_failed_plugin_fails_with_its_name() throws IOException {
        install("crash", Crashing.class, "{}");
        install("good", Good.class, "{\"crash\": \"^1.0\"}");
        WeftRuntime runtime = start();
        assertThat(runtime.nodeTypes().all()).isEmpty();
        assertThat(runtime.plugins().getLast().message())
                .isEqualTo("plugin 'good' needs plugin 'crash', which failed; see to 'crash' first");
    }

    @Test
    void a_manifest_that_is_not_json_is_told_with_its_place() throws IOException {
        places.add(folder.resolve("torn"));
        Path manifest = folder.resolve("torn/META-INF/weft-plugin.json");
        Files.createDirectories(manifest.getParent());
        Files.writeString(manifest, "{\"id\": ");
        assertThat(start().plugins().getFirst().message())
                .contains(folder.resolve("torn").toString(), "it is not JSON");
    }

    @Test
    void a_manifest_without_an_entry_is_told_so() throws IOException {
        places.add(folder.resolve("bare"));
        Path manifest = folder.resolve("bare/META-INF/weft-plugin.json");
        Files.createDirectories(manifest.getParent());
        Files.writeString(manifest, "{\"id\": \"bare\", \"version\": \"1.0.0\", \"weft\": \"^0.1\"}");
        assertThat(start().plugins().getFirst().message()).contains("line 1, column 50: it has no \"entry\"; add it");
    }

    private void install(String id, Class<?> entry, String depends) throws IOException {
        install(id, entry.getName(), depends);
    }

    private void install(String id, String entry, String depends) throws IOException {
        places.add(folder.resolve(id));
        TestClasses.copy(PluginHostTest.class, folder.resolve(id));
        Path manifest = folder.resolve(id + "/META-INF/weft-plugin.json");
        Files.createDirectories(manifest.getParent());
        Files.writeString(manifest, """
                {"id": "%s", "version": "1.0.0", "entry": "%s", "weft": "^0.1", "depends": %s}
                """.formatted(id, entry, depends));
    }

    private WeftRuntime start() {
        return WeftRuntime.start(new RuntimeSettings(
                new Folders(List.of(), folder, folder, folder, folder),
                BackendSettings.of(new BackendChoice.Automatic()),
                CacheSettings.none(),
                PluginPath.trusting(places)));
    }

    record EmptyNode(String id) implements NodeType {
        @Override
        public NodeSignature signature() {
            return new NodeSignature(
                    NodeTypeId.parse(id), 1, id, "test", "", List.of(), List.of(), List.of(), true, TypeRule.NONE);
        }

        @Override
        public NodeOutputs execute(NodeInputs inputs, NodeContext context) {
            return NodeOutputs.NONE;
        }
    }

    static final class Good implements Plugin {
        Good(Folders folders, BackendSettings backend) {
            if (!folders.output().isAbsolute() || backend.threads() < 1) {
                throw new IllegalArgumentException("the host gave what it should not");
            }
        }

        @Override
        public void register(NodeRegistrar registrar) {
            registrar.add(new EmptyNode("good:node"));
        }
    }

    static final class Crashing implements Plugin {
        @Override
        public void register(NodeRegistrar registrar) {
            throw new IllegalStateException("no luck");
        }
    }

    static final class Thief implements Plugin {
        @Override
        public void register(NodeRegistrar registrar) {
            registrar.add(new EmptyNode("good:node"));
        }
    }

    static final class Greedy implements Plugin {
        private final List<StringBuilder> unknown;

        Greedy(List<StringBuilder> unknown) {
            this.unknown = unknown;
        }

        @Override
        public void register(NodeRegistrar registrar) {
            throw new IllegalStateException("was given " + unknown);
        }
    }
}
