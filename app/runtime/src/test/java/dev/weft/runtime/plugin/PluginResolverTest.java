package dev.weft.runtime.plugin;

import static dev.weft.runtime.plugin.Found.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.zafarkhaja.semver.Version;
import dev.weft.runtime.plugin.PluginResolver.Resolution;
import dev.weft.runtime.plugin.ResolutionProblem.Circle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PluginResolverTest {
    private static final Version HOST = Version.of(0, 1, 0);

    @Test
    void dependencies_come_first_and_the_rest_is_ordered_by_id() {
        Resolution resolution =
                resolve(plugin("zebra", Map.of()), plugin("apple", Map.of("zebra", "^1.0")), plugin("mango", Map.of()));
        assertThat(ids(resolution)).containsExactly("mango", "zebra", "apple");
        assertThat(resolution.rejected()).isEmpty();
    }

    @Test
    void a_missing_dependency_is_named_together_with_who_needs_it_and_what_would_do() {
        Resolution resolution = resolve(plugin("style", Map.of("core", "^1.0")), plugin("other", Map.of()));
        assertThat(ids(resolution)).containsExactly("other");
        assertThat(messages(resolution))
                .containsExactly("plugin 'style' needs plugin 'core', which is not there; install a version of it that"
                        + " fits ^1.0");
    }

    @Test
    void a_misspelt_dependency_is_told_what_is_there() {
        assertThat(messages(resolve(plugin("style", Map.of("croe", "^1.0")), plugin("core", Map.of()))))
                .containsExactly("plugin 'style' needs plugin 'croe', which is not there; if 'core' is meant, its"
                        + " manifest has to say so, else install 'croe' in a version that fits ^1.0");
    }

    @Test
    void a_dependency_that_is_too_old_is_to_be_updated() {
        assertThat(messages(resolve(plugin("style", Map.of("core", ">=2.0 & <3.0")), plugin("core", Map.of()))))
                .containsExactly("plugin 'style' needs plugin 'core' >=2.0 & <3.0, and 1.0.0 is there; update 'core' to"
                        + " a version that fits");
    }

    @Test
    void a_dependency_that_is_too_new_is_left_as_it_is() {
        assertThat(messages(resolve(plugin("style", Map.of("core", "^0.5")), plugin("core", Map.of()))))
                .containsExactly("plugin 'style' needs plugin 'core' ^0.5, and 1.0.0 is there; get a version of 'style'"
                        + " that works with 'core' 1.0.0");
    }

    @Test
    void a_circle_is_shown_to_each_plugin_in_it_and_what_builds_on_it_is_told() {
        Resolution resolution = resolve(
                plugin("hen", Map.of("nest", "^1.0")),
                plugin("nest", Map.of("egg", "^1.0")),
                plugin("egg", Map.of("hen", "^1.0")),
                plugin("farmer", Map.of("hen", "^1.0")),
                plugin("core", Map.of()));
        assertThat(ids(resolution)).containsExactly("core");
        assertThat(resolution.rejected())
                .extracting(PluginStatus.Rejected::problem)
                .contains(
                        new Circle("egg", List.of("egg", "hen", "nest", "egg")),
                        new Circle("hen", List.of("hen", "nest", "egg", "hen")),
                        new Circle("nest", List.of("nest", "egg", "hen", "nest")));
        assertThat(messages(resolution))
                .hasSize(4)
                .contains("plugin 'farmer' needs plugin 'hen', which cannot be loaded; see to 'hen' first");
    }

    @Test
    void a_plugin_that_needs_itself_is_a_circle() {
        assertThat(messages(resolve(plugin("snake", Map.of("snake", "^1.0")))).getFirst())
                .contains("snake → snake");
    }

    @Test
    void what_needs_a_plugin_that_was_rejected_before_is_told_so() {
        Resolution resolution =
                PluginResolver.resolve(List.of(plugin("style", Map.of("core", "^1.0"))), Set.of("core"), HOST);
        assertThat(messages(resolution))
                .containsExactly("plugin 'style' needs plugin 'core', which cannot be loaded; see to 'core' first");
    }

    @Test
    void two_different_files_of_one_version_are_both_refused_with_both_places() {
        Resolution resolution = resolve(at("core", "1.0.0", "b.jar"), at("core", "1.0.0+2", "a.jar"));
        assertThat(resolution.ordered()).isEmpty();
        assertThat(messages(resolution))
                .hasSize(2)
                .allSatisfy(message -> assertThat(message)
                        .contains("2 times with different content, in a.jar and in b.jar; remove all but one"));
    }

    @Test
    void of_two_versions_the_higher_one_is_loaded_wherever_it_lies() {
        Resolution resolution = resolve(at("core", "1.9.0", "a.jar"), at("core", "1.10.0", "b.jar"));
        assertThat(resolution.ordered())
                .extracting(found -> found.version().toString())
                .containsExactly("1.10.0");
        assertThat(messages(resolution))
                .containsExactly("plugin 'core' 1.9.0 in a.jar is not used, as version 1.10.0 is there in b.jar;"
                        + " remove one of the two");
    }

    @Test
    void a_higher_version_that_does_not_fit_weft_gives_way() {
        Resolution resolution =
                resolve(at("core", "1.0.0", "a.jar"), plugin("core", "2.0.0", "^0.2", Map.of(), "b.jar"));
        assertThat(resolution.ordered())
                .extracting(found -> found.version().toString())
                .containsExactly("1.0.0");
    }

    @Test
    void a_copy_of_a_plugin_is_told_as_one() {
        FoundPlugin plugin = at("core", "1.0.0", "a.jar");
        FoundPlugin copy = new FoundPlugin(at("core", "1.0.0", "b.jar").file(), plugin.sha256(), plugin.manifest());
        Resolution resolution = resolve(copy, plugin);
        assertThat(resolution.ordered()).containsExactly(plugin);
        assertThat(messages(resolution)).singleElement().asString().contains("b.jar is a copy of a.jar, which is used");
    }

    @Test
    void a_plugin_for_a_later_interface_asks_for_a_later_weft() {
        assertThat(messages(resolve(plugin("new", "1.0.0", ">=3.0", Map.of(), "a.jar"))))
                .containsExactly("plugin 'new' is made for a later Weft (plugin interface >=3.0, this one has 0.1.0);"
                        + " update Weft, or get an older version of the plugin");
    }

    @Test
    void a_plugin_for_an_earlier_interface_is_to_be_updated() {
        assertThat(messages(resolve(plugin("old", "1.0.0", "^0.0.3", Map.of(), "a.jar"))))
                .containsExactly("plugin 'old' is made for an earlier Weft (plugin interface ^0.0.3, this one has"
                        + " 0.1.0); get a newer version of the plugin");
    }

    @Test
    void what_a_plugin_can_do_without_comes_first_if_it_is_there() {
        assertThat(ids(resolve(plugin("apple", Map.of("zebra", "?^1.0")), plugin("zebra", Map.of()))))
                .containsExactly("zebra", "apple");
        assertThat(ids(resolve(plugin("apple", Map.of("zebra", "?^1.0"))))).containsExactly("apple");
        assertThat(ids(resolve(plugin("apple", Map.of("zebra", "?^2.0")), plugin("zebra", Map.of()))))
                .containsExactlyInAnyOrder("zebra", "apple");
    }

    @Test
    void two_plugins_that_can_do_without_each_other_are_both_loaded() {
        assertThat(ids(resolve(plugin("a", Map.of("b", "?^1.0")), plugin("b", Map.of("a", "?^1.0")))))
                .containsExactly("a", "b");
    }

    private static FoundPlugin at(String id, String version, String file) {
        return plugin(id, version, "^0.1", Map.of(), file);
    }

    private static Resolution resolve(FoundPlugin... found) {
        return PluginResolver.resolve(List.of(found), Set.of(), HOST);
    }

    private static List<String> ids(Resolution resolution) {
        return resolution.ordered().stream().map(FoundPlugin::id).toList();
    }

    private static List<String> messages(Resolution resolution) {
        return resolution.rejected().stream().map(PluginStatus::message).toList();
    }
}
