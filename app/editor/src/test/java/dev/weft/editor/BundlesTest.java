package dev.weft.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The words of the editor: each in both languages, with the same places for what is put into them, and none
/// missing.
final class BundlesTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern PLACE = Pattern.compile("\\{\\d+[^}]*}");
    private static final Pattern ASKED = Pattern.compile("TEXTS\\s*\\.get\\(\\s*\"([^\"]+)\"\\s*[,)]");

    @TestFactory
    Stream<DynamicTest> the_second_language_has_the_same_keys_and_places() throws IOException {
        return bundles().stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    Properties english = read(file);
                    Properties german = read(file.resolveSibling("texts_de.properties"));
                    assertThat(german.stringPropertyNames())
                            .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
                    for (String key : english.stringPropertyNames()) {
                        assertThat(places(german.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
                        assertThat(german.getProperty(key)).as(key).isNotBlank();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_key_that_is_asked_for_is_there() throws IOException {
        return bundles().stream()
                .map(file -> DynamicTest.dynamicTest(
                        name(file),
                        () -> assertThat(read(file).stringPropertyNames()).containsAll(asked(file))));
    }

    private static NavigableSet<String> asked(Path bundle) throws IOException {
        Path sources = SOURCES.resolve(RESOURCES.relativize(bundle).getParent());
        NavigableSet<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                ASKED.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(keys::add);
            }
        }
        return keys;
    }

    private static NavigableSet<String> places(String words) {
        return PLACE.matcher(words)
                .results()
                .map(MatchResult::group)
                .map(place -> place.replaceAll("[,}].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(path -> path.endsWith("texts.properties")).toList();
        }
    }

    private static String name(Path bundle) {
        return String.valueOf(RESOURCES.relativize(bundle).getParent());
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
