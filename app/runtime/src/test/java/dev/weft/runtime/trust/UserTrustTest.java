package dev.weft.runtime.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.runtime.plugin.PluginTrust.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UserTrustTest {
    private static final String OLD = "0".repeat(64);
    private static final String NEW = "f".repeat(64);
    private static final Path JAR = Path.of("plugins", "blur.jar").toAbsolutePath();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_plugin_that_nobody_spoke_of_is_unknown() throws IOException {
        assertThat(trust().judge("blur", JAR, OLD)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void an_allowed_content_may_be_loaded_from_wherever_it_lies() throws IOException {
        allow("blur", OLD, JAR);
        assertThat(trust().judge("blur", JAR, OLD)).isEqualTo(Verdict.ALLOWED);
        assertThat(trust().judge("blur", JAR.resolveSibling("moved.jar"), OLD)).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void what_was_allowed_for_one_plugin_says_nothing_of_another() throws IOException {
        allow("blur", OLD, JAR);
        assertThat(trust().judge("sharpen", JAR, OLD)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void another_content_of_an_allowed_plugin_has_changed() throws IOException {
        allow("blur", OLD, JAR);
        assertThat(trust().judge("blur", JAR, NEW)).isEqualTo(Verdict.CHANGED);
    }

    @Test
    void a_content_allowed_anew_takes_the_place_of_what_the_file_held_before() throws IOException {
        allow("blur", OLD, JAR);
        allow("blur", NEW, JAR);
        assertThat(trust().judge("blur", JAR, NEW)).isEqualTo(Verdict.ALLOWED);
        assertThat(trust().judge("blur", JAR, OLD)).isEqualTo(Verdict.CHANGED);
    }

    @Test
    void two_files_may_hold_two_allowed_contents_of_one_plugin() throws IOException {
        allow("blur", OLD, JAR);
        allow("blur", NEW, JAR.resolveSibling("newer.jar"));
        assertThat(trust().judge("blur", JAR, OLD)).isEqualTo(Verdict.ALLOWED);
        assertThat(trust().judge("blur", JAR, NEW)).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void a_forbidden_plugin_stays_forbidden_until_it_is_allowed() throws IOException {
        allow("blur", OLD, JAR);
        store().change(before -> before.forbid("blur"));
        assertThat(trust().judge("blur", JAR, OLD)).isEqualTo(Verdict.FORBIDDEN);
        assertThat(trust().judge("blur", JAR, NEW)).isEqualTo(Verdict.FORBIDDEN);
        allow("blur", NEW, JAR);
        assertThat(trust().judge("blur", JAR, NEW)).isEqualTo(Verdict.ALLOWED);
        assertThat(trust().judge("blur", JAR, OLD)).isEqualTo(Verdict.CHANGED);
    }

    @Test
    void what_weft_was_built_with_needs_no_word_and_can_be_forbidden() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(own.resolve("core.jar.sha256"), OLD + "\n");
        List<Path> folders = List.of(own, folder.resolve("missing"));
        assertThat(UserTrust.of(folders, Permissions.NONE).judge("core", JAR, OLD))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(UserTrust.of(folders, Permissions.NONE).judge("core", JAR, NEW))
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(UserTrust.of(folders, Permissions.NONE.forbid("core")).judge("core", JAR, OLD))
                .isEqualTo(Verdict.FORBIDDEN);
    }

    @Test
    void what_was_said_is_kept_in_json_that_people_can_read() throws IOException {
        allow("blur", OLD, Path.of("/plugins/blur.jar"));
        store().change(before -> before.forbid("bad"));
        assertThat(folder.resolve("allowed-plugins.json")).hasContent("""
                {
                  "allowed": {
                    "blur": [
                      {"sha256": "%s", "version": "1.0.0", "source": "/plugins/blur.jar"}
                    ]
                  },
                  "forbidden": ["bad"]
                }
                """.formatted(OLD));
        assertThat(store().read())
                .isEqualTo(Permissions.NONE
                        .allow("blur", new AllowedContent(OLD, "1.0.0", Path.of("/plugins/blur.jar")))
                        .forbid("bad"));
    }

    @Test
    void a_spoiled_list_is_told_with_its_line_and_left_as_it_is() throws IOException {
        assertSpoiled(
                "{\n  \"allowed\": {\n    \"blur\": [{\"sha256\": \"12\"}]\n  }\n}",
                "line 3: \"sha256\" must be 64 digits");
        assertSpoiled("{\"allowed\": [\n", "line 1: there must be an object of plugins");
        assertSpoiled("{\"allowed\": {\n \"blur\": [", "line 2: ");
        assertSpoiled("{\n \"forbidden\": [1]}", "line 2: there must be a plugin id");
        assertSpoiled("", "line 1: there must be an object");
    }

    @Test
    void nothing_is_lost_when_several_programs_allow_plugins_at_once() throws Exception {
        List<Future<?>> changes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 40; i++) {
                String id = "plugin" + i;
                changes.add(threads.submit(() -> {
                    allow(id, OLD, JAR);
                    return null;
                }));
            }
            for (Future<?> change : changes) {
                change.get();
            }
        }
        assertThat(store().read().allowed()).hasSize(40);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("allowed-plugins.json", "allowed-plugins.json.lock");
        }
    }

    private void assertSpoiled(String text, String complaint) throws IOException {
        Path file = folder.resolve("allowed-plugins.json");
        Files.writeString(file, text);
        assertThatThrownBy(() -> store().read())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the list of allowed plugins " + file + " cannot be used (" + complaint)
                .hasMessageEndingWith("; correct it, or delete it and allow your plugins again");
        assertThatThrownBy(() -> allow("blur", OLD, JAR)).isInstanceOf(IOException.class);
        assertThat(file).hasContent(text);
    }

    private void allow(String id, String sha256, Path source) throws IOException {
        store().change(before -> before.allow(id, new AllowedContent(sha256, "1.0.0", source)));
    }

    private PermissionFile store() {
        return new PermissionFile(folder);
    }

    private UserTrust trust() throws IOException {
        return UserTrust.of(List.of(), store().read());
    }
}
