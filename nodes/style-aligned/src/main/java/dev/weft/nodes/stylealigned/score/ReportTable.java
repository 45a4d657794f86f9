package dev.weft.nodes.stylealigned.score;

import dev.weft.models.metrics.Similarity;
import dev.weft.models.metrics.TextAlignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A report as text for people: the scores of the set, then a line for each picture.
final class ReportTable {
    private final ScoreReport report;
    private final List<String> lines = new ArrayList<>();

    private ReportTable(ScoreReport report) {
        this.report = report;
    }

    /// The whole text, with a line break at its end.
    static String of(ScoreReport report) {
        ReportTable table = new ReportTable(report);
        table.summary();
        table.pictures();
        report.remarks().forEach(remark -> table.lines.add("Note: " + remark));
        return String.join("\n", table.lines) + "\n";
    }

    private void summary() {
        Similarity similarity = report.score().consistency();
        Similarity.Pair least = similarity.least();
        lines.add(report.title() + ": " + similarity.count() + " pictures, judged by " + report.judges());
        lines.add("");
        lines.add("set consistency  " + number(similarity.mean()) + "  mean cosine of the DINO embeddings of "
                + similarity.pairs() + (similarity.pairs() == 1 ? " pair" : " pairs"));
        lines.add("least alike      " + number(similarity.at(least.first(), least.second())) + "  "
                + report.names().get(least.first()) + " and " + report.names().get(least.second()));
        report.score().alignment().ifPresent(alignment -> {
            lines.add("text alignment   " + number(alignment.mean())
                    + "  mean cosine of the CLIP embeddings of picture and prompt");
            lines.add("recognised      " + String.format(Locale.ROOT, "%6d", alignment.recognisedCount()) + "  of "
                    + similarity.count() + " pictures fit their own prompt best");
        });
        lines.add("");
    }

    private void pictures() {
        int width = report.names().stream().mapToInt(String::length).max().orElse(0);
        width = Math.max(width, "picture".length());
        Optional<TextAlignment> alignment = report.score().alignment();
        lines.add("  no  " + padded("picture", width) + "  to the others"
                + (alignment.isPresent() ? "  to its prompt  prompt" : ""));
        for (int i = 0; i < report.names().size(); i++) {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%4d  ", i + 1))
                    .append(padded(report.names().get(i), width))
                    .append("         ")
                    .append(number(report.score().consistency().mean(i)));
            if (alignment.isPresent()) {
                line.append("         ")
                        .append(number(alignment.get().cosines().get(i)))
                        .append("  ")
                        .append(alignment.get().texts().get(i))
                        .append(alignment.get().recognised().get(i) ? "" : "  (another prompt fits better)");
            }
            lines.add(line.toString());
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    /// Six characters, as `-0.123` or ` 0.123`.
    private static String number(double cosine) {
        return String.format(Locale.ROOT, "%6.3f", cosine);
    }
}
