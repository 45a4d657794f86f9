package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weft.runtime.Installation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `weft plugin new`, of a Weft whose libraries have been assembled.
final class PluginNewCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Path home = Path.of("");

    @BeforeEach
    void assemble() throws IOException {
        home = Files.createDirectories(folder.resolve("we ft/.mvn/wrapper"))
                .resolve("../..")
                .normalize();
        Files.writeString(home.resolve("mvnw"), "a script");
        Files.writeString(home.resolve("mvnw.cmd"), "another");
        Files.writeString(home.resolve(".mvn/wrapper/maven-wrapper.properties"), "where Maven is");
        Files.createDirectories(repository());
        Files.writeString(repository().resolve("version"), "0.1.7\n");
    }

    @Test
    void a_project_is_written_whole() throws IOException {
        CommandLineRun run = create("my-nodes", "--dir", project().toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.outLines())
                .contains("wrote the plugin my-nodes to " + project(), "  cd " + project(), "  ./mvnw verify");
        assertThat(files(project()))
                .containsExactlyInAnyOrder(
                        ".gitignore",
                        ".mvn/maven.config",
                        ".mvn/wrapper/maven-wrapper.properties",
                        "README.md",
                        "example.weft.json",
                        "mvnw",
                        "mvnw.cmd",
                        "pom.xml",
                        "src/main/java/org/example/mynodes/MyNodesPlugin.java",
                        "src/main/java/org/example/mynodes/StyledPrompts.java",
                        "src/main/java/org/example/mynodes/package-info.java",
                        "src/test/java/org/example/mynodes/StyledPromptsTest.java");
        assertThat(Files.isExecutable(project().resolve("mvnw"))).isTrue();
        assertThat(project().resolve("pom.xml"))
                .content()
                .contains("<artifactId>my-nodes</artifactId>", "<weft.version>0.1.7</weft.version>");
        assertThat(project().resolve(".mvn/maven.config")).hasContent("-Dmaven.repo.local.tail=" + repository());
        for (String file : files(project())) {
            assertThat(project().resolve(file)).content().doesNotContain("{{", "}}");
        }
    }

    @Test
    void nothing_but_the_project_is_left_and_an_empty_folder_is_taken() throws IOException {
        Files.createDirectory(project());
        assertThat(create("my-nodes", "--dir", project().toString()).code()).isZero();
        assertThat(children(folder)).containsExactlyInAnyOrder("we ft", "project");
    }

    @Test
    void plugins_new_is_the_same_command() {
        assertThat(run("plugins", "new", "my-nodes", "--dir", project().toString())
                        .code())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "My Nodes, my-nodes",
        "MyNodes, my-nodes",
        "9lives, lives",
        "Ünder-Scores_, nder-scores",
        "../evil, evil",
        "a.b, a-b",
    })
    void a_name_that_is_no_id_is_refused_with_one_that_is_like_it(String name, String like) throws IOException {
        CommandLineRun run = create(name, "--dir", project().toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines())
                .containsExactly(
                        "weft: '" + name + "' cannot be a plugin's id; write lower-case letters, digits, '_' and"
                                + " '-', beginning with a letter, at most 64 characters, such as '" + like + "'.");
        assertThat(children(folder)).containsExactly("we ft");
    }

    @Test
    void a_name_without_letters_is_refused_without_a_proposal() {
        assertThat(create("123").err().lines())
                .containsExactly("weft: '123' cannot be a plugin's id; write lower-case letters, digits, '_' and '-',"
                        + " beginning with a letter, at most 64 characters.");
        assertThat(create("a\0b").code()).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @CsvSource({"core", "stylealigned", "style-aligned", "weft", "weft_", "testkit"})
    void names_of_weft_itself_are_refused(String name) {
        CommandLineRun run = create(name, "--dir", project().toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines()).containsExactly("weft: the name '" + name + "' is Weft's own; choose another.");
    }

    @Test
    void a_folder_that_holds_something_is_left_as_it_is() throws IOException {
        Files.createDirectory(project());
        Files.writeString(project().resolve("notes.txt"), "mine");
        CommandLineRun run = create("my-nodes", "--dir", project().toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines())
                .containsExactly("weft: the folder " + project() + " is not empty; choose another with --dir.");
        assertThat(files(project())).containsExactly("notes.txt");
    }

    @Test
    void a_file_in_its_place_is_left_as_it_is() throws IOException {
        Files.writeString(project(), "mine");
        CommandLineRun run = create("my-nodes", "--dir", project().toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines())
                .containsExactly("weft: " + project() + " is a file; choose another folder with --dir.");
        assertThat(project()).hasContent("mine");
    }

    @Test
    void a_parent_that_is_not_there_is_told() {
        CommandLineRun run = create("my-nodes", "--dir", folder.resolve("a/b").toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines())
                .containsExactly("weft: there is no folder " + folder.resolve("a")
                        + " to write the project into; make it first.");
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_told() throws IOException {
        // Not even the system's administrator can make folders there.
        Path unwritable = Path.of("/proc/self");
        assumeThat(unwritable).isDirectory();
        CommandLineRun run =
                create("my-nodes", "--dir", unwritable.resolve("my-nodes").toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("weft: the project could not be written")
                .endsWith("choose another folder with --dir.");
    }

    @Test
    void what_was_begun_is_removed_if_it_cannot_be_finished() throws IOException {
        Files.delete(home.resolve("mvnw.cmd"));
        CommandLineRun run = create("my-nodes", "--dir", project().toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines()).singleElement().asString().contains("mvnw.cmd");
        assertThat(children(folder)).containsExactly("we ft");
    }

    @Test
    void a_weft_without_its_libraries_is_told() throws IOException {
        Files.delete(repository().resolve("version"));
        assertThat(create("my-nodes", "--dir", project().toString()).err().lines())
                .containsExactly("weft: the libraries that plugins are built with are not in " + repository()
                        + "; build Weft anew.");
        assertThat(project()).doesNotExist();
    }

    @Test
    void the_maven_plugins_are_those_of_wefts_own_build() throws IOException {
        create("my-nodes", "--dir", project().toString());
        String own = Files.readString(Path.of("../../pom.xml")).replaceAll("\\s+", "");
        List<String> pinned = Files.readString(project().resolve("pom.xml"))
                .replaceAll("\\s+", "")
                .transform(pom -> Stream.of(pom.split("<plugin>", -1)).skip(1).toList());
        assertThat(pinned).hasSize(6);
        for (String plugin : pinned) {
            String end = "</version>";
            assertThat(own).contains(plugin.substring(0, plugin.indexOf(end) + end.length()));
        }
    }

    @Test
    void the_readme_leads_to_the_document_of_this_weft() throws IOException {
        create("my-nodes", "--dir", project().toString());
        String readme = Files.readString(project().resolve("README.md"));
        int begin = readme.indexOf("(file:");
        URI document = URI.create(readme.substring(begin + 1, readme.indexOf(')', begin)));
        assertThat(Path.of(document)).isEqualTo(home.resolve("docs/plugins.md"));
    }

    private Path project() {
        return folder.resolve("project");
    }

    private Path repository() {
        return home.resolve("app/cli/target/weft/repository");
    }

    private CommandLineRun create(String... arguments) {
        return run(
                Stream.concat(Stream.of("plugin", "new"), Stream.of(arguments)).toArray(String[]::new));
    }

    private CommandLineRun run(String... arguments) {
        return CommandLineRun.of(Installation.in(home, Map.of()), OptionalInt.empty(), arguments);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private static List<String> children(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }
}
