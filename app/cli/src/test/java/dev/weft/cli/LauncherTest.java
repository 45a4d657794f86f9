package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Runs a copy of the launcher `weft` in a folder that looks like a checkout, with shell scripts in place of Java and
/// Maven that tell how they were called.
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 1, unit = TimeUnit.MINUTES)
final class LauncherTest {
    private static final Path LAUNCHER = Path.of("..", "..", "weft");

    @TempDir
    private Path folder = Path.of("");

    private Path checkout = Path.of("");

    /// What the launcher said and how it ended.
    private record Launch(int code, List<String> out, List<String> err) {}

    @BeforeEach
    void lay_out_a_checkout_that_was_built() throws IOException {
        checkout = folder.resolve("a checkout");
        Path lib = checkout.resolve("app/cli/target/weft/lib");
        Files.createDirectories(lib);
        Files.createDirectories(checkout.resolve("models/src/main"));
        Files.writeString(checkout.resolve("pom.xml"), "");
        Files.writeString(lib.resolve("weft-cli.jar"), "");
        Files.writeString(checkout.resolve("app/cli/target/weft/built"), "");
        script(checkout.resolve("mvnw"), "echo \"$JAVA_HOME $*\" >> maven-calls");
        age(checkout.resolve("pom.xml"), 100);
        age(checkout.resolve("models/src/main"), 100);
        installLauncher(Files.readString(LAUNCHER));
    }

    @Test
    void java_home_comes_first_and_arguments_arrive_as_they_were_given() throws IOException, InterruptedException {
        Path jdk = jdk("first jdk", "25.0.3");
        Path other = jdk("other", "26");
        Launch launch =
                launch(Map.of("JAVA_HOME", jdk.toString(), "JAVA25_HOME", other.toString()), "run", "a b", "c=*");
        assertThat(launch.code()).isEqualTo(7);
        assertThat(launch.out()).contains("first jdk", "-Dweft.home=" + checkout.toRealPath());
        assertThat(launch.out())
                .contains("-Dweft.plugins=" + checkout.toRealPath().resolve("app/cli/target/weft/plugins"));
        assertThat(launch.out()).endsWith("dev.weft.cli.Weft", "run", "a b", "c=*");
    }

    @Test
    void older_jdks_are_passed_over() throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "JAVA_HOME", jdk("old", "17.0.12").toString(),
                "JAVA25_HOME", jdk("ancient", "1.8.0_402").toString(),
                "PATH", jdk("early", "26-ea").resolve("bin") + ":" + System.getenv("PATH"));
        assertThat(launch(environment).out()).startsWith("early");
    }

    @Test
    void java_on_the_path_may_be_a_link() throws IOException, InterruptedException {
        Path jdk = jdk("linked", "27.0.1");
        Path links = Files.createDirectories(folder.resolve("links"));
        Files.createSymbolicLink(links.resolve("java"), jdk.resolve("bin/java"));
        assertThat(launch(Map.of("PATH", links + ":" + System.getenv("PATH"))).out())
                .startsWith("linked");
    }

    @Test
    void without_a_jdk_one_sentence_says_what_to_install() throws IOException, InterruptedException {
        installLauncher(Files.readString(LAUNCHER).replace("oldest_jdk=25", "oldest_jdk=99"));
        Launch launch = launch(Map.of("JAVA_HOME", jdk("first", "25").toString()));
        assertThat(launch.code()).isEqualTo(1);
        assertThat(launch.out()).isEmpty();
        assertThat(launch.err())
                .singleElement()
                .satisfies(sentence -> assertThat(sentence).startsWith("weft: found no JDK 99 or newer; install one"));
    }

    @Test
    void it_starts_through_a_link_and_from_another_folder() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("linked-weft"), checkout.resolve("weft"));
        Launch launch = launch(link, Map.of("JAVA_HOME", jdk("first", "25").toString()));
        assertThat(launch.out()).contains("-Dweft.home=" + checkout.toRealPath());
    }

    @Test
    void nothing_is_built_when_no_source_changed() throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("JAVA_HOME", jdk("first", "25").toString());
        launch(environment);
        assertThat(checkout.resolve("maven-calls")).doesNotExist();
        assertThat(launch(environment).err()).isEmpty();
    }

    @Test
    void a_changed_source_is_built_once() throws IOException, InterruptedException {
        Path jdk = jdk("first", "25");
        age(checkout.resolve("app/cli/target/weft/built"), 50);
        Files.writeString(checkout.resolve("models/src/main/New.java"), "");
        age(checkout.resolve("models/src/main/New.java"), 10);
        Launch launch = launch(Map.of("JAVA_HOME", jdk.toString()));
        launch(Map.of("JAVA_HOME", jdk.toString()));
        assertThat(launch.code()).isEqualTo(7);
        assertThat(launch.err().getFirst()).startsWith("weft: building");
        assertThat(Files.readAllLines(checkout.resolve("maven-calls")))
                .singleElement()
                .satisfies(call -> assertThat(call)
                        .startsWith(jdk + " -B -q -Dmaven.test.skip=true")
                        .endsWith(" package"));
        assertThat(checkout.resolve("app/cli/target/building")).doesNotExist();
    }

    @Test
    void a_build_that_fails_shows_what_maven_said() throws IOException, InterruptedException {
        Files.delete(checkout.resolve("app/cli/target/weft/built"));
        script(checkout.resolve("mvnw"), "echo 'cannot find symbol'; exit 1");
        Launch launch = launch(Map.of("JAVA_HOME", jdk("first", "25").toString()));
        assertThat(launch.code()).isEqualTo(1);
        assertThat(launch.out()).isEmpty();
        assertThat(launch.err()).contains("cannot find symbol", "weft: the build failed; the reason stands above.");
        assertThat(checkout.resolve("app/cli/target/building")).doesNotExist();
    }

    private Launch launch(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return launch(checkout.resolve("weft"), environment, arguments);
    }

    private Launch launch(Path launcher, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_HOME", "JAVA25_HOME", "WEFT_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (BufferedReader out = process.inputReader();
                BufferedReader err = process.errorReader()) {
            List<String> told = out.lines().toList();
            List<String> complaints = err.lines()
                    .filter(line -> !line.equals("weft: preparing a quick start ..."))
                    .toList();
            return new Launch(process.waitFor(), told, complaints);
        }
    }

    private void installLauncher(String text) throws IOException {
        Path launcher = checkout.resolve("weft");
        Files.writeString(launcher, text);
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
    }

    /// A JDK whose `java` prints its folder's name and its arguments, one a line, and ends with 7.
    private Path jdk(String name, String version) throws IOException {
        Path jdk = folder.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        script(jdk.resolve("bin/java"), "printf '%s\\n' '" + name + "' \"$@\"; exit 7");
        script(jdk.resolve("bin/javac"), "exit 1");
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void age(Path file, int seconds) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
    }
}
