package dev.weft.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.WeftRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class BrokenPluginsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void beside_dozens_of_broken_plugins_the_good_one_works_and_each_of_them_is_explained() throws IOException {
        PluginJar.of("good")
                .entry("good.Entry", TestRuntime.nodes("good", "thing.name()"))
                .write(folder);
        Map<String, String> sentences = BrokenPlugins.write(folder);
        try (WeftRuntime runtime = TestRuntime.start(folder, Duration.ofSeconds(5))) {
            assertThat(TestRuntime.answer(runtime, "good")).isEqualTo("thing");
            List<PluginStatus> broken = runtime.plugins().stream()
                    .filter(status -> !(status instanceof PluginStatus.Loaded))
                    .toList();
            assertThat(broken).hasSizeGreaterThanOrEqualTo(30);
            SoftAssertions softly = new SoftAssertions();
            softly.assertThat(broken.stream().map(PluginStatus::plugin).distinct())
                    .containsExactlyInAnyOrderElementsOf(sentences.keySet());
            for (PluginStatus status : broken) {
                softly.assertThat(status.message())
                        .contains(String.valueOf(sentences.get(status.plugin())))
                        .contains("; ")
                        .doesNotContain("\n", "\tat ");
            }
            softly.assertAll();
        }
    }
}
