package dev.weft.cli;

import dev.weft.cli.progress.Durations;
import dev.weft.runtime.queue.QueuedRun;
import dev.weft.runtime.queue.RunDetails;
import dev.weft.runtime.queue.RunDetails.Attempt;
import dev.weft.runtime.queue.RunDetails.NodeRecord;
import dev.weft.runtime.queue.RunDetails.RunFailure;
import dev.weft.runtime.queue.RunDetails.SavedFile;
import dev.weft.runtime.queue.RunSettings;
import dev.weft.runtime.queue.RunState;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// All that is remembered of a run, for people.
final class RunStory {
    private final RunDetails details;
    private final boolean unicode;
    private final List<String> lines = new ArrayList<>();

    /// @param unicode whether characters beyond ASCII can be shown
    RunStory(RunDetails details, boolean unicode) {
        this.details = details;
        this.unicode = unicode;
    }

    List<String> lines() {
        lines.clear();
        tellRun();
        tellFailures();
        tellFiles();
        tellNodes();
        tellAttempts();
        return List.copyOf(lines);
    }

    private void tellRun() {
        QueuedRun run = details.run();
        RunSettings settings = run.settings();
        lines.add("Run " + run.id() + ": " + RunWords.title(run));
        fact("state", state(run));
        run.source().ifPresent(source -> fact("workflow", source.toString()));
        settings.assignments().forEach(assignment -> fact("set", assignment));
        if (!settings.targets().isEmpty()) {
            fact("only", String.join(", ", settings.targets()));
        }
        fact("output", settings.output().toString());
        settings.models().forEach(folder -> fact("models", folder.toString()));
        if (!settings.backend().equals("auto")) {
            fact("backend", settings.backend());
        }
        if (!settings.maxBatch().equals("auto")) {
            fact("max batch", settings.maxBatch());
        }
        if (run.priority() != 0) {
            fact("priority", Integer.toString(run.priority()));
        }
        fact("accepted", RunWords.time(run.accepted()));
    }

    private static String state(QueuedRun run) {
        return switch (run.state()) {
            case RunState.Waiting() -> "waiting";
            case RunState.Running running -> RunWords.state(run) + " since " + RunWords.time(running.began());
            case RunState.Over over ->
                over.status()
                        + over.duration()
                                .map(duration -> " after " + Durations.exact(duration))
                                .orElse("") + ", " + RunWords.time(over.ended());
        };
    }

    private void fact(String name, String value) {
        lines.add("  " + name + " ".repeat(11 - name.length()) + value);
    }

    private void tellFailures() {
        heading(details.failures().size(), "What went wrong:");
        for (RunFailure failure : details.failures()) {
            String where = failure.node()
                    .map(node -> "node '" + node + "'"
                            + failure.title().map(title -> " (" + title + ")").orElse("")
                            + failure.port()
                                    .filter(port -> !failure.message().contains("'" + port + "'"))
                                    .map(port -> ", '" + port + "'")
                                    .orElse("")
                            + ": ")
                    .orElse("");
            lines.add("  " + where + failure.message());
        }
    }

    private void tellFiles() {
        heading(
                details.files().size(),
                details.files().size() == 1
                        ? "Saved 1 file:"
                        : "Saved " + details.files().size() + " files:");
        for (SavedFile file : details.files()) {
            lines.add("  " + WorkflowRun.relative(file.file()) + (Files.exists(file.file()) ? "" : " (gone)"));
        }
    }

    private void tellNodes() {
        heading(details.nodes().size(), "Nodes:");
        int width = details.nodes().stream()
                .mapToInt(node -> title(node).length())
                .max()
                .orElse(0);
        for (NodeRecord node : details.nodes()) {
            String title = title(node);
            lines.add("  " + mark(node) + " " + title + " ".repeat(width - title.length()) + "  " + fate(node));
        }
    }

    private static String title(NodeRecord node) {
        return node.title().replaceAll("\\s+", " ");
    }

    private String mark(NodeRecord node) {
        return switch (node.fate()) {
            case FINISHED, CACHED -> unicode ? "✓" : "+";
            case FAILED -> unicode ? "✗" : "x";
            case SKIPPED, BLOCKED -> "-";
        };
    }

    private static String fate(NodeRecord node) {
        String because = node.remark().map(remark -> ", " + remark).orElse("");
        return switch (node.fate()) {
            case FINISHED -> Durations.exact(node.duration());
            case CACHED -> "known from before";
            case FAILED -> "failed";
            case SKIPPED -> "skipped, as " + node.remark().orElse("another node failed");
            case BLOCKED -> "blocked" + because;
        };
    }

    private void tellAttempts() {
        List<Attempt> earlier = details.attempts().stream()
                .filter(attempt -> attempt.number() < details.run().attempts()
                        || details.run().state() instanceof RunState.Waiting)
                .toList();
        heading(earlier.size(), "Earlier attempts:");
        for (Attempt attempt : earlier) {
            lines.add("  " + attempt.number() + "  " + attempt.status() + ", " + RunWords.time(attempt.began()));
        }
    }

    private void heading(int entries, String heading) {
        if (entries > 0) {
            lines.add("");
            lines.add(heading);
        }
    }
}
