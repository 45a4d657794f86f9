package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands about plugins, with a jar that holds the test's own plugin under another name.
final class PluginsCommandTest {
    private static final String NEW = "is new and was not allowed yet";
    private static final String CHANGED = "has changed since you allowed it";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_dropped_jar_is_listed_and_not_loaded_until_it_is_allowed() throws IOException {
        Path jar = drop("one.jar", "1.0.0");
        CommandLineRun before = run("plugins");
        assertThat(before.code()).isZero();
        assertThat(before.out())
                .containsPattern("dropped +1\\.0\\.0 +not allowed +- ")
                .contains("plugin 'dropped' in " + jar + " " + NEW, "type 'weft plugins allow dropped'.");

        CommandLineRun allowed = run("plugins", "allow", "dropped");
        assertThat(allowed.code()).isZero();
        assertThat(allowed.out()).isEqualTo("allowed dropped 1.0.0 in " + jar + System.lineSeparator());

        assertThat(run("plugins").out())
                .containsPattern("dropped +1\\.0\\.0 +loaded +1 ")
                .doesNotContain("plugin 'dropped'");
        assertThat(run("nodes").out()).contains("dropped:nothing  Nothing");
        assertThat(run("plugins", "allow", "dropped").out()).contains("dropped 1.0.0 may be loaded already");
    }

    @Test
    void a_changed_jar_has_to_be_allowed_again() throws IOException {
        drop("one.jar", "1.0.0");
        run("plugins", "allow", "dropped");
        drop("one.jar", "1.0.1");
        assertThat(run("plugins").out())
                .containsPattern("dropped +1\\.0\\.1 +changed +- ")
                .contains(CHANGED);
        run("plugins", "allow", "--all");
        assertThat(run("plugins").out()).containsPattern("dropped +1\\.0\\.1 +loaded +1 ");
    }

    @Test
    void a_forbidden_plugin_is_not_loaded_nor_allowed_with_all_others() throws IOException {
        drop("one.jar", "1.0.0");
        run("plugins", "allow", "dropped");
        assertThat(run("plugins", "forbid", "dropped").out()).contains("forbade dropped");
        assertThat(run("plugins").out()).containsPattern("dropped +1\\.0\\.0 +forbidden +- ");
        assertThat(run("nodes").err()).doesNotContain("dropped");
        run("plugins", "allow", "--all");
        assertThat(run("plugins").out()).containsPattern("dropped +1\\.0\\.0 +forbidden +- ");
        run("plugins", "allow", "dropped");
        assertThat(run("plugins").out()).containsPattern("dropped +1\\.0\\.0 +loaded +1 ");
    }

    @Test
    void every_command_tells_of_a_plugin_that_waits_to_be_allowed() throws IOException {
        drop("one.jar", "1.0.0");
        CommandLineRun nodes = run("nodes");
        assertThat(nodes.code()).isZero();
        assertThat(nodes.err()).contains("weft: plugin 'dropped' in " + folder, NEW, "'weft plugins allow dropped'");
    }

    @Test
    void a_workflow_that_needs_a_plugin_that_was_not_loaded_is_told_why_and_what_to_do() throws IOException {
        drop("one.jar", "1.0.0");
        String workflow = CommandLineRun.file(folder, "a.weft.json", """
                {"weft": 1, "nodes": [{"id": "n", "type": "dropped:nothing", "version": 1}], "links": []}
                """);
        String place = "weft: " + workflow + ": Node 'n' is of the type 'dropped:nothing', but ";
        String fix = "; if you trust where it comes from, type 'weft plugins allow dropped'.";
        assertThat(run("validate", workflow).err())
                .contains(place + "the plugin 'dropped' is there and not allowed" + fix)
                .doesNotContain("not installed");
        assertThat(run("run", workflow).err()).contains(place + "the plugin 'dropped' is there and not allowed" + fix);
        assertThat(run("queue", "add", workflow).err()).contains(place);

        run("plugins", "allow", "dropped");
        assertThat(run("validate", workflow).code()).isZero();
        drop("one.jar", "1.0.1");
        assertThat(run("validate", workflow).err()).contains(place + "the plugin 'dropped' " + CHANGED + fix);
        run("plugins", "forbid", "dropped");
        assertThat(run("validate", workflow).err()).contains(place + "the plugin 'dropped' was forbidden" + fix);
        Files.delete(folder.resolve("plugins/one.jar"));
        assertThat(run("validate", workflow).err()).contains("and that is not installed; install that plugin.");
    }

    @Test
    void a_workflow_that_needs_a_plugin_that_failed_is_told_how_it_failed() throws IOException {
        Path jar = drop("one.jar", "1.0.0", "org.example.Nowhere");
        run("plugins", "allow", "dropped");
        String workflow = CommandLineRun.file(folder, "a.weft.json", """
                {"weft": 1, "nodes": [{"id": "n", "type": "dropped:nothing", "version": 1}], "links": []}
                """);
        assertThat(run("validate", workflow).err())
                .contains("Node 'n' is of the type 'dropped:nothing', but plugin 'dropped' 1.0.0 in " + jar
                        + " could not be loaded: ");
    }

    @Test
    void all_plugins_may_be_loaded_at_once_and_nothing_of_it_is_remembered() throws IOException {
        drop("one.jar", "1.0.0");
        assertThat(run("nodes", "--allow-all").out()).contains("dropped:nothing");
        assertThat(run("nodes").out()).doesNotContain("dropped:nothing");
        Map<String, String> lax = Map.of("WEFT_DATA", folder.toString(), "WEFT_ALLOW_ALL_PLUGINS", "true");
        assertThat(CommandLineRun.of(lax, OptionalInt.empty(), "nodes").out()).contains("dropped:nothing");
        assertThat(run("nodes").out()).doesNotContain("dropped:nothing");
    }

    @Test
    void plugins_are_looked_for_where_the_command_line_says() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        jar(elsewhere.resolve("one.jar"), "1.0.0");
        assertThat(run("plugins").out()).doesNotContain("dropped");
        assertThat(run("plugins", "--plugins", elsewhere.toString()).out()).contains("dropped");
        run("plugins", "allow", "dropped", "--plugins", elsewhere.toString());
        assertThat(run("nodes", "--plugins", elsewhere.toString()).out()).contains("dropped:nothing");
    }

    @Test
    void a_place_that_is_not_there_is_told() {
        assertThat(run("nodes", "--plugins", "nowhere").err())
                .contains("weft: there is no folder nowhere to look for plugins in; correct --plugins.");
    }

    @Test
    void of_two_plugins_with_one_id_the_file_has_to_be_named() throws IOException {
        Path one = drop("one.jar", "1.0.0");
        Path two = drop("two.jar", "2.0.0");
        CommandLineRun unclear = run("plugins", "allow", "dropped");
        assertThat(unclear.code()).isEqualTo(2);
        assertThat(unclear.err())
                .contains("there are 2 different plugins 'dropped'; name the file that you mean: ")
                .contains(one.toString(), two.toString());
        assertThat(run("plugins", "allow", two.toString()).out()).contains("allowed dropped 2.0.0");
        assertThat(run("plugins").out())
                .containsPattern("dropped +1\\.0\\.0 +changed")
                .containsPattern("dropped +2\\.0\\.0 +loaded");
    }

    @Test
    void a_jar_that_holds_no_plugin_is_told_and_cannot_be_allowed() throws IOException {
        Files.createDirectories(folder.resolve("plugins"));
        Files.writeString(folder.resolve("plugins/notes.jar"), "no jar at all");
        assertThat(run("plugins").out()).containsPattern("notes\\.jar +- +rejected +- ");
        CommandLineRun allow = run("plugins", "allow", "notes.jar");
        assertThat(allow.code()).isEqualTo(2);
        assertThat(allow.err()).contains("notes.jar");
        assertThat(folder.resolve("allowed-plugins.json")).doesNotExist();
    }

    @Test
    void unknown_names_and_none_at_all_are_errors_of_usage() throws IOException {
        drop("one.jar", "1.0.0");
        assertThat(run("plugins", "allow").code()).isEqualTo(2);
        CommandLineRun mistyped = run("plugins", "allow", "droped");
        assertThat(mistyped.code()).isEqualTo(2);
        assertThat(mistyped.err()).contains("there is no plugin 'droped'; did you mean 'dropped'?");
        assertThat(run("plugins", "forbid", "zebra").code()).isEqualTo(2);
        assertThat(run("plugins", "show", "zebra").code()).isEqualTo(2);
    }

    @Test
    void a_spoiled_list_is_told_and_allows_nothing() throws IOException {
        drop("one.jar", "1.0.0");
        Files.writeString(folder.resolve("allowed-plugins.json"), "{\n");
        CommandLineRun nodes = run("nodes");
        assertThat(nodes.code()).isZero();
        assertThat(nodes.err()).contains("the list of allowed plugins ", "line 2", NEW);
        assertThat(run("plugins", "allow", "dropped").code()).isEqualTo(4);
    }

    @Test
    void one_plugin_is_shown_with_its_node_types() throws IOException {
        Path jar = drop("one.jar", "1.0.0");
        run("plugins", "allow", "dropped");
        assertThat(run("plugins", "show", "dropped").out())
                .contains("dropped 1.0.0: loaded", jar.toString(), "SHA-256 ", "dropped:nothing  Nothing");
    }

    @Test
    void programs_get_json() throws IOException {
        drop("one.jar", "1.0.0");
        assertThat(run("plugins", "--json").out())
                .startsWith("[\n  {\"id\": ")
                .contains("{\"id\": \"dropped\", \"version\": \"1.0.0\", \"status\": \"not allowed\", \"problem\":"
                        + " \"plugin")
                .containsPattern(
                        "\"node_types\": \\[], \"source\": \"[^\"]+one\\.jar\", \"sha256\": \"[0-9a-f]{64}\"}");
    }

    @Test
    void the_table_fits_the_terminal() throws IOException {
        drop("one.jar", "1.0.0");
        for (int columns : new int[] {200, 100, 72, 50, 34}) {
            CommandLineRun run = CommandLineRun.of(environment(), OptionalInt.of(columns), "plugins");
            String table = run.out().substring(0, run.out().indexOf("\n\n"));
            assertThat(table.lines()).allMatch(line -> line.length() <= columns);
            assertThat(table).contains("dropped", "1.0.0", "not allowed", "one.jar");
        }
    }

    private Map<String, String> environment() {
        return Map.of("WEFT_DATA", folder.toString());
    }

    private CommandLineRun run(String... arguments) {
        return CommandLineRun.of(environment(), OptionalInt.empty(), arguments);
    }

    private Path drop(String name, String version) throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        return jar(plugins.resolve(name), version);
    }

    private Path drop(String name, String version, String entry) throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        return jar(plugins.resolve(name), version, entry);
    }

    private static Path jar(Path file, String version) throws IOException {
        return jar(file, version, DroppedPlugin.class.getName());
    }

    private static Path jar(Path file, String version, String entry) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new JarEntry("META-INF/weft-plugin.json"));
            jar.write("{\"id\": \"dropped\", \"version\": \"%s\", \"entry\": \"%s\", \"weft\": \"^0.1\"}"
                    .formatted(version, entry)
                    .getBytes(StandardCharsets.UTF_8));
            for (Class<?> type : new Class<?>[] {DroppedPlugin.class, DroppedPlugin.Nothing.class}) {
                String name = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (InputStream bytes = ClassLoader.getSystemResourceAsStream(name)) {
                    jar.write(Objects.requireNonNull(bytes).readAllBytes());
                }
            }
        }
        return file.toRealPath();
    }
}
