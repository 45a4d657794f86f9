package dev.weft.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.zafarkhaja.semver.Version;
import dev.weft.runtime.plugin.PluginResolver.Resolution;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PluginResolverTest {
    private static final Version HOST = Version.of(0, 1, 0);

    @Test
    void dependencies_come_first_and_the_rest_is_ordered_by_id() {
        Resolution resolution =
                resolve(plugin("zebra", Map.of()), plugin("apple", Map.of("zebra", "^1.0")), plugin("mango", Map.of()));
        assertThat(resolution.ordered()).extracting(FoundPlugin::id).containsExactly("mango", "zebra", "apple");
        assertThat(resolution.rejected()).isEmpty();
    }

    @Test
    void a_missing_dependency_is_named_together_with_who_needs_it() {
        Resolution resolution = resolve(plugin("style", Map.of("core", "^1.0")), plugin("other", Map.of()));
        assertThat(resolution.ordered()).extracting(FoundPlugin::id).containsExactly("other");
        assertThat(resolution.rejected())
                .extracting(PluginStatus::message)
                .containsExactly("plugin 'style' needs plugin 'core', which is not there; install it");
    }

    @Test
    void a_dependency_of_another_version_is_named_with_both() {
        Resolution resolution = resolve(plugin("style", Map.of("core", ">=2.0 & <3.0")), plugin("core", Map.of()));
        assertThat(resolution.rejected())
                .extracting(PluginStatus::message)
                .containsExactly(
                        "plugin 'style' needs plugin 'core' >=2.0 & <3.0, and 1.0.0 is there;" + " update one of them");
    }

    @Test
    void plugins_that_need_each_other_are_rejected_and_the_others_stay() {
        Resolution resolution = resolve(
                plugin("hen", Map.of("egg", "^1.0")), plugin("egg", Map.of("hen", "^1.0")), plugin("core", Map.of()));
        assertThat(resolution.ordered()).extracting(FoundPlugin::id).containsExactly("core");
        assertThat(resolution.rejected()).extracting(PluginStatus::plugin).containsExactly("egg", "hen");
    }

    @Test
    void what_needs_a_rejected_plugin_is_rejected_too() {
        Resolution resolution = resolve(plugin("a", Map.of("b", "^1.0")), plugin("b", Map.of("gone", "^1.0")));
        assertThat(resolution.ordered()).isEmpty();
        assertThat(resolution.rejected())
                .extracting(PluginStatus::message)
                .containsExactlyInAnyOrder(
                        "plugin 'a' needs plugin 'b', which cannot be loaded either; look at that one first",
                        "plugin 'b' needs plugin 'gone', which is not there; install it");
    }

    @Test
    void two_plugins_of_one_id_are_named_with_both_places() {
        FoundPlugin first = manifest("core", "^0.1", Map.of(), "a.jar");
        FoundPlugin second = manifest("core", "^0.1", Map.of(), "b.jar");
        Resolution resolution = PluginResolver.resolve(List.of(second, first), HOST);
        assertThat(resolution.ordered()).containsExactly(first);
        assertThat(resolution.rejected().getFirst().message()).contains("a.jar", "b.jar", "remove one");
    }

    @Test
    void a_plugin_for_a_later_interface_is_rejected() {
        Resolution resolution = PluginResolver.resolve(List.of(manifest("core", ">=3.0", Map.of(), "a.jar")), HOST);
        assertThat(resolution.rejected().getFirst().message()).contains("'core'", ">=3.0", "0.1.0");
    }

    private static Resolution resolve(FoundPlugin... manifests) {
        return PluginResolver.resolve(List.of(manifests), HOST);
    }

    private static FoundPlugin plugin(String id, Map<String, String> depends) {
        return manifest(id, "^0.1", depends, id + ".jar");
    }

    private static FoundPlugin manifest(String id, String weft, Map<String, String> depends, String source) {
        return new FoundPlugin(
                new PluginFile(Path.of(source)),
                "0".repeat(64),
                new PluginManifest(id, Version.of(1, 0, 0), "a.B", weft, new TreeMap<>(depends)));
    }
}
