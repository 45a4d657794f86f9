package dev.weft.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.zafarkhaja.semver.Version;
import dev.weft.runtime.plugin.PluginResolver.Resolution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/// What holds of every set of plugins, whatever they claim and need.
final class PluginResolverPropertiesTest {
    private static final Version HOST = Version.of(0, 1, 0);
    private static final List<String> IDS = List.of("a", "b", "c", "d", "e");

    @Property
    void every_plugin_is_either_loaded_or_rejected_with_a_sentence(@ForAll("plugins") List<FoundPlugin> found) {
        Resolution resolution = resolve(found);
        assertThat(resolution.ordered().size() + resolution.rejected().size()).isEqualTo(found.size());
        List<PluginOrigin> all = new ArrayList<>(resolution.rejected().stream()
                .map(PluginStatus.Rejected::origin)
                .toList());
        resolution.ordered().forEach(plugin -> all.add(plugin.origin()));
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        found.stream().map(FoundPlugin::origin).toList());
        assertThat(resolution.rejected())
                .allSatisfy(each -> assertThat(each.message())
                        .contains("'" + each.plugin() + "'", "; ")
                        .doesNotContain("\n"));
    }

    @Property
    void what_is_loaded_finds_all_that_it_needs_loaded_before(@ForAll("plugins") List<FoundPlugin> found) {
        Map<String, FoundPlugin> before = new HashMap<>();
        for (FoundPlugin plugin : resolve(found).ordered()) {
            assertThat(plugin.manifest().weft().contains(HOST)).isTrue();
            plugin.manifest()
                    .depends()
                    .forEach((id, wanted) -> assertThat(wanted.optional() || fits(before.get(id), wanted))
                            .isTrue());
            assertThat(before.put(plugin.id(), plugin)).isNull();
        }
    }

    @Property
    void the_order_in_which_plugins_were_found_makes_no_difference(
            @ForAll("plugins") List<FoundPlugin> found, @ForAll Random random) {
        List<FoundPlugin> shuffled = new ArrayList<>(found);
        Collections.shuffle(shuffled, random);
        assertThat(resolve(shuffled)).isEqualTo(resolve(found));
    }

    /// An independent computation: from the plugins that may be chosen, all are taken away again and again that cannot
    /// be reached by loading one after another.
    @Property
    void whatever_can_be_loaded_is_loaded(@ForAll("plugins") List<FoundPlugin> found) {
        List<FoundPlugin> candidates = new ArrayList<>();
        for (String id : IDS) {
            candidates.addAll(highest(found.stream()
                    .filter(plugin ->
                            plugin.id().equals(id) && plugin.manifest().weft().contains(HOST))
                    .toList()));
        }
        Map<String, FoundPlugin> loaded = new HashMap<>();
        boolean more = true;
        while (more) {
            List<FoundPlugin> next = candidates.stream()
                    .filter(plugin -> !loaded.containsKey(plugin.id()))
                    .filter(plugin -> plugin.manifest().depends().entrySet().stream()
                            .allMatch(each ->
                                    each.getValue().optional() || fits(loaded.get(each.getKey()), each.getValue())))
                    .toList();
            next.forEach(plugin -> loaded.put(plugin.id(), plugin));
            more = !next.isEmpty();
        }
        assertThat(resolve(found).ordered()).containsExactlyInAnyOrderElementsOf(loaded.values());
    }

    private static boolean fits(@Nullable FoundPlugin plugin, PluginDependency wanted) {
        return plugin != null && wanted.range().contains(plugin.version());
    }

    /// The only one of the highest version, if there is only one.
    private static Collection<FoundPlugin> highest(List<FoundPlugin> candidates) {
        Set<FoundPlugin> best = new HashSet<>(candidates);
        best.removeIf(
                plugin -> candidates.stream().anyMatch(other -> other.version().isHigherThan(plugin.version())));
        return best.size() == 1 ? best : Set.of();
    }

    @Provide
    Arbitrary<List<FoundPlugin>> plugins() {
        Arbitrary<String> ids = Arbitraries.of(IDS);
        Arbitrary<String> versions = Arbitraries.of("1.0.0", "1.2.0", "2.0.0");
        Arbitrary<String> interfaces = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just("^0.1")), Tuple.of(1, Arbitraries.of("^0.2", "^0.0.1")));
        Arbitrary<String> ranges = Arbitraries.of("^1.0", "^1.1", ">=1.0", "^2.0", "?^1.0", "?^2.0");
        Arbitrary<Map<String, String>> depends = Arbitraries.maps(
                        Arbitraries.of("a", "b", "c", "d", "e", "gone"), ranges)
                .ofMaxSize(2);
        return Combinators.combine(ids, versions, interfaces, depends)
                .as((id, version, weft, needs) -> Found.plugin(id, version, weft, needs, "unnamed"))
                .list()
                .ofMaxSize(7)
                .map(PluginResolverPropertiesTest::named);
    }

    /// Each in a file of its own.
    private static List<FoundPlugin> named(List<FoundPlugin> plugins) {
        List<FoundPlugin> named = new ArrayList<>();
        for (FoundPlugin plugin : plugins) {
            String file = named.size() + ".jar";
            named.add(new FoundPlugin(new PluginFile(Path.of(file)), "hash of " + file, plugin.manifest()));
        }
        return named;
    }

    private static Resolution resolve(List<FoundPlugin> found) {
        return PluginResolver.resolve(found, Set.of(), HOST);
    }
}
