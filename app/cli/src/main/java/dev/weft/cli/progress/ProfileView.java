package dev.weft.cli.progress;

import dev.weft.models.backend.ModelUse;
import dev.weft.runtime.profile.ExecutionTimes;
import dev.weft.runtime.profile.ModelTimes;
import dev.weft.runtime.profile.NodeTimes;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// Shows where the time of an execution went, as a tree: the whole, its nodes, the models within them.
public final class ProfileView {
    private static final int NARROWEST_LABEL = 16;
    private static final int WIDEST_LABEL = 48;
    private static final int FIGURES = 21;
    private static final Duration WORTH_TELLING = Duration.ofMillis(5);

    private final PrintStream out;
    private final int widest;
    private final String ellipsis;

    private record Line(String label, Duration time, String note) {}

    /// @param columns width of the terminal, if `out` is one
    /// @param unicode whether `out` shows characters beyond ASCII
    public ProfileView(PrintStream out, OptionalInt columns, boolean unicode) {
        this.out = out;
        int room = columns.orElse(WIDEST_LABEL + FIGURES) - FIGURES;
        this.widest = Math.clamp(room, NARROWEST_LABEL, WIDEST_LABEL);
        this.ellipsis = unicode ? "…" : "..";
    }

    /// Shows one execution.
    ///
    /// @param name what was run
    public void show(String name, ExecutionTimes times) {
        NodeTitles titles = new NodeTitles(times.plan());
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(name, times.whole(), ""));
        for (NodeTimes node : times.nodes()) {
            String indent = node.shown().isPresent() ? "    " : "  ";
            lines.add(new Line(indent + titles.of(node.node()), node.running(), note(node)));
            addModels(lines, indent + "  ", node.models());
        }
        if (!times.elsewhere().isEmpty()) {
            lines.add(new Line("  beside the nodes", Duration.ZERO, ""));
            addModels(lines, "    ", times.elsewhere());
        }
        int width = lines.stream()
                .mapToInt(line -> shortened(line.label()).length())
                .max()
                .orElse(0);
        for (Line line : lines) {
            out.println(laidOut(line, width, times.whole()));
        }
    }

    private void addModels(List<Line> lines, String indent, List<ModelTimes> models) {
        for (ModelTimes model : models) {
            String verb = model.kind() == ModelUse.Kind.OPENING ? "opening " : "running ";
            String note = model.count() == 1 ? "" : model.count() + " times";
            lines.add(new Line(indent + verb + model.shortName(), model.time(), note));
        }
    }

    private static String note(NodeTimes node) {
        String waited = node.waiting().compareTo(WORTH_TELLING) < 0 ? "" : "waited " + Durations.exact(node.waiting());
        return switch (node.fate()) {
            case RAN -> waited;
            case CACHED -> "known from before";
            case FAILED -> "failed";
            case SKIPPED -> "skipped";
            case BLOCKED -> "blocked";
            case STOPPED -> "stopped";
        };
    }

    private String laidOut(Line line, int width, Duration whole) {
        String label = shortened(line.label());
        StringBuilder text = new StringBuilder(label).append(" ".repeat(width - label.length()));
        if (line.time().isZero()) {
            text.append(" ".repeat(FIGURES - 2));
        } else {
            double share = whole.isZero() ? 0 : 100.0 * line.time().toNanos() / whole.toNanos();
            text.append(
                    String.format(Locale.ROOT, "%10.3f s %4.0f %%", line.time().toNanos() / 1e9, share));
        }
        return (line.note().isEmpty() ? text : text.append("  ").append(line.note()))
                .toString()
                .stripTrailing();
    }

    private String shortened(String label) {
        return label.length() <= widest ? label : label.substring(0, widest - ellipsis.length()) + ellipsis;
    }
}
