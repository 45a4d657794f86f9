package dev.weft.nodes.stylealigned.score;

import dev.weft.graph.json.JsonArray;
import dev.weft.graph.json.JsonBoolean;
import dev.weft.graph.json.JsonNull;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonObject;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import dev.weft.models.metrics.Similarity;
import dev.weft.models.metrics.TextAlignment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A report as one JSON object, for programs. The form is documented in `docs/command-line.md`; keys are only ever
/// added.
final class ReportJson {
    private ReportJson() {}

    /// One line, without a line break at its end.
    static String of(ScoreReport report) {
        Similarity similarity = report.score().consistency();
        Optional<TextAlignment> alignment = report.score().alignment();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("set", new JsonString(report.title()));
        members.put("judges", new JsonString(report.judges()));
        members.put("set_consistency", number(similarity.mean()));
        members.put("pairs", JsonNumber.of(similarity.pairs()));
        members.put(
                "text_alignment",
                alignment.<JsonValue>map(found -> number(found.mean())).orElse(new JsonNull()));
        members.put(
                "recognised",
                alignment
                        .<JsonValue>map(found -> JsonNumber.of(found.recognisedCount()))
                        .orElse(new JsonNull()));
        members.put("pictures", pictures(report));
        members.put("cosines", cosines(similarity));
        members.put(
                "remarks",
                new JsonArray(report.remarks().stream()
                        .<JsonValue>map(JsonString::new)
                        .toList()));
        return new JsonObject(members).toString();
    }

    private static JsonArray pictures(ScoreReport report) {
        List<JsonValue> pictures = new ArrayList<>();
        for (int i = 0; i < report.names().size(); i++) {
            Map<String, JsonValue> picture = new LinkedHashMap<>();
            picture.put("name", new JsonString(report.names().get(i)));
            picture.put("consistency", number(report.score().consistency().mean(i)));
            if (report.score().alignment().isPresent()) {
                TextAlignment alignment = report.score().alignment().get();
                picture.put("prompt", new JsonString(alignment.texts().get(i)));
                picture.put("alignment", number(alignment.cosines().get(i)));
                picture.put("recognised", new JsonBoolean(alignment.recognised().get(i)));
            }
            pictures.add(new JsonObject(picture));
        }
        return new JsonArray(pictures);
    }

    private static JsonArray cosines(Similarity similarity) {
        List<JsonValue> rows = new ArrayList<>();
        for (int i = 0; i < similarity.count(); i++) {
            List<JsonValue> row = new ArrayList<>();
            for (int j = 0; j < similarity.count(); j++) {
                row.add(number(similarity.at(i, j)));
            }
            rows.add(new JsonArray(row));
        }
        return new JsonArray(rows);
    }

    private static JsonNumber number(double cosine) {
        return new JsonNumber(String.format(Locale.ROOT, "%.6f", cosine));
    }
}
