package dev.weft.editor.gallery;

import com.google.inject.Inject;
import dev.weft.models.image.PngFile;
import dev.weft.nodes.api.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds the reports that runs have written on their own sets: a JSON file beside a picture that carries the
/// workflow.
final class ScoreReports {
    private static final Logger LOG = LoggerFactory.getLogger(ScoreReports.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ENDING = ".json";
    private static final int DEEPEST = 8;
    private static final long LARGEST = 32L << 20;

    private final Path folder;

    @Inject
    ScoreReports(Folders folders) {
        this.folder = folders.output();
    }

    /// The scores by the text of the workflow that measured them.
    Map<String, SetScores> byWorkflow() {
        Map<String, SetScores> found = new HashMap<>();
        for (Path file : files()) {
            String name = String.valueOf(file.getFileName());
            Path picture = file.resolveSibling(name.substring(0, name.length() - ENDING.length()) + ".png");
            try {
                Optional<SetScores> scores = Files.size(file) > LARGEST || !Files.exists(picture)
                        ? Optional.empty()
                        : parse(JSON.readTree(Files.readString(file)));
                if (scores.isPresent()) {
                    String workflow = PngFile.readHead(picture).texts().getOrDefault("workflow", "");
                    found.put(workflow, scores.get());
                }
            } catch (IOException | JacksonException e) {
                LOG.debug("The report {} is left out: {}", file, e.getMessage());
            }
        }
        found.remove("");
        return found;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            return walk.filter(file -> file.toString().endsWith(ENDING)).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /// The scores in a report; nothing if it is none.
    static Optional<SetScores> parse(JsonNode report) {
        JsonNode matrix = report.path("cosines");
        if (!matrix.isArray() || !report.path("set_consistency").isNumber()) {
            return Optional.empty();
        }
        List<List<Double>> cosines = new ArrayList<>();
        for (JsonNode row : matrix) {
            List<Double> values = new ArrayList<>();
            row.forEach(value -> values.add(value.asDouble(0)));
            cosines.add(values);
        }
        JsonNode alignment = report.path("text_alignment");
        return cosines.stream().allMatch(row -> row.size() == cosines.size())
                ? Optional.of(new SetScores(
                        report.path("set_consistency").asDouble(0),
                        alignment.isNumber() ? OptionalDouble.of(alignment.asDouble()) : OptionalDouble.empty(),
                        cosines))
                : Optional.empty();
    }
}
