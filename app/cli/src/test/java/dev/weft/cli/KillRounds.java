package dev.weft.cli;

import dev.weft.graph.json.WorkflowFile;
import dev.weft.graph.json.WorkflowFormatException;
import dev.weft.graph.json.WorkflowWriter;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Kills `weft queue add` and `weft queue run` at random moments, again and again, and looks each time whether anything
/// that was accepted is lost, and whether anything is half-written.
///
/// In the tests there are a few rounds. For many, run [#main(String...)] with the class path of the tests and the
/// property `weft.plugins` as they have it; `docs/queue.md` tells how.
final class KillRounds {
    private static final Pattern ACCEPTED = Pattern.compile("Run (\\d+) waits: .*job-(\\d+)\\.weft\\.json");
    private final Path folder;
    private final Random random;
    private final QueueInspection inspection;

    /// Workflows by the numbers of the runs that were told to be accepted.
    private final Map<Long, String> accepted = new HashMap<>();

    private int jobs;
    private int killedWhileAdding;
    private int killedWhileRunning;

    /// @param folder an empty one
    KillRounds(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
        this.inspection = new QueueInspection(folder.resolve("data"), folder.resolve("output"), KillRounds::content);
    }

    /// Runs rounds until there were enough or something is lost, and tells of them.
    ///
    /// @param arguments how many rounds, and, if the same are to be had again, the seed
    public static void main(String... arguments) throws IOException, InterruptedException, WorkflowFormatException {
        int count = Integer.parseInt(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : new Random().nextLong();
        Path folder = Files.createTempDirectory("weft-kill");
        System.out.println("seed " + seed + ", folder " + folder);
        KillRounds rounds = new KillRounds(folder, seed);
        for (int round = 1; round <= count; round++) {
            rounds.round();
            System.out.println("round " + round + ": " + rounds.summary());
        }
        rounds.finish();
        System.out.println("finished: " + rounds.summary());
    }

    /// Adds some runs and works at them, each in a process that may be killed, and looks what is left.
    ///
    /// @throws AssertionError if anything is lost or half-written
    void round() throws IOException, InterruptedException, WorkflowFormatException {
        add(random.nextInt(3) == 0);
        work(random.nextInt(4) == 0);
        inspection.check(accepted);
    }

    /// Works off all that was accepted, and looks whether it was all done.
    void finish() throws IOException, InterruptedException {
        Process worker = start("queue", "run", "--quiet", "--requeue-interrupted");
        if (!worker.waitFor(5, TimeUnit.MINUTES) || worker.exitValue() != 0) {
            throw new AssertionError("the last worker ended with " + worker);
        }
        inspection.check(accepted);
        inspection.checkAllDone();
    }

    /// How many processes were killed.
    int kills() {
        return killedWhileAdding + killedWhileRunning;
    }

    /// What has come of it so far.
    String summary() {
        return accepted.size() + " runs told to be accepted, " + inspection.summary() + "; killed " + killedWhileAdding
                + " times while adding, " + killedWhileRunning + " times while running";
    }

    private void add(boolean kill) throws IOException, InterruptedException, WorkflowFormatException {
        List<String> command = new ArrayList<>(List.of("queue", "add", "--output", "output"));
        Map<Integer, String> texts = new HashMap<>();
        for (int i = 0; i < 3; i++) {
            int job = ++jobs;
            Path file = folder.resolve("job-" + job + ".weft.json");
            Files.writeString(file, workflow(job));
            texts.put(job, WorkflowWriter.toText(WorkflowFile.read(file)));
            command.add(file.toString());
        }
        // A file, as Java closes the pipe of a process that it kills.
        Path told = folder.resolve("told.txt");
        Process process = prepare(command.toArray(String[]::new))
                .redirectOutput(told.toFile())
                .start();
        // Much of its life goes into starting, which needs little looking at.
        if (kill && !process.waitFor(300 + random.nextInt(1500), TimeUnit.MILLISECONDS)) {
            killedWhileAdding++;
            process.destroyForcibly();
        }
        int code = process.waitFor();
        for (String line : Files.readAllLines(told)) {
            Matcher matcher = ACCEPTED.matcher(line);
            if (matcher.matches()) {
                accepted.put(
                        Long.parseLong(matcher.group(1)), texts.getOrDefault(Integer.parseInt(matcher.group(2)), ""));
            }
        }
        if (!kill && code != 0) {
            throw new AssertionError("adding ended with " + code);
        }
    }

    /// Lets a worker get to a random place in its first runs, mostly, and then kills it; sometimes two at once.
    private void work(boolean two) throws IOException, InterruptedException {
        List<Process> workers = new ArrayList<>();
        workers.add(start("queue", "run", "--watch", "--requeue-interrupted"));
        if (two) {
            workers.add(start("queue", "run", "--watch"));
        }
        if (random.nextInt(5) > 0) {
            awaitLines(workers.getFirst(), 1 + random.nextInt(12));
        }
        for (Process worker : workers) {
            if (!worker.waitFor(random.nextInt(40), TimeUnit.MILLISECONDS)) {
                killedWhileRunning++;
                worker.destroyForcibly();
            }
            worker.waitFor();
        }
    }

    /// Waits until a worker has told so much of what it does; not for ever, as it may have less to do.
    private static void awaitLines(Process worker, int lines) throws InterruptedException {
        CountDownLatch told = new CountDownLatch(lines);
        BufferedReader err = worker.errorReader();
        Thread.ofVirtual().start(() -> {
            try {
                err.lines().forEach(_ -> told.countDown());
            } catch (UncheckedIOException e) {
                // It was killed, and its pipe is closed.
                return;
            }
        });
        boolean _ = told.await(5, TimeUnit.SECONDS);
    }

    private Process start(String... arguments) throws IOException {
        return prepare(arguments).start();
    }

    private ProcessBuilder prepare(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dguice_custom_class_loading=CHILD",
                "-Dweft.home=" + folder,
                "-Dweft.plugins=" + System.getProperty("weft.plugins"),
                "-cp",
                classPath(),
                "dev.weft.cli.Weft"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("WEFT_DATA", folder.resolve("data").toString());
        builder.environment().put("WEFT_ALLOW_ALL_PLUGINS", "1");
        builder.environment().put("WEFT_CACHE", folder.resolve("cache").toString());
        return builder;
    }

    private static String classPath() {
        return String.join(
                File.pathSeparator,
                List.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1)).stream()
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }

    private static String workflow(int job) {
        return """
            {
              "weft": 1,
              "nodes": [
                {"id": "say", "type": "probe:text", "version": 1, "parameters": {"text": "%s", "count": 8}},
                {"id": "slow", "type": "probe:slow", "version": 1, "parameters": {"steps": 5, "milliseconds": 4}},
                {"id": "save", "type": "probe:save", "version": 1, "parameters": {"name": "job-%d.txt"}}
              ],
              "links": [
                {"from": "say.out", "to": "slow.in"},
                {"from": "slow.out", "to": "save.in"}
              ]
            }
            """.formatted(word(job), job);
    }

    private static String word(int job) {
        return ("[job " + job + "]").repeat(6000);
    }

    /// What the file of a job has to hold.
    private static String content(String name) {
        return word(Integer.parseInt(name.replaceAll("\\D", ""))).repeat(8);
    }
}
