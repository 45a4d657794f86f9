package dev.weft.editor.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the score of a set in the reports that a run has written.
final class Consistency {
    private static final Pattern SCORE = Pattern.compile("\"set_consistency\"\\s*:\\s*(-?\\d(?:\\.\\d{1,9})?)");
    private static final String JSON = ".json";
    private static final long MOST_BYTES = 1 << 20;

    private Consistency() {}

    /// The score in the last report among these files.
    static OptionalDouble in(List<Path> files) {
        OptionalDouble found = OptionalDouble.empty();
        for (Path file : files) {
            if (file.toString().endsWith(JSON)) {
                OptionalDouble score = read(file);
                found = score.isPresent() ? score : found;
            }
        }
        return found;
    }

    /// Whether a picture is the drawing of a report and none of the set.
    static boolean draws(Path picture, List<Path> files) {
        String name = picture.toString();
        String report = name.substring(0, Math.max(0, name.lastIndexOf('.'))) + JSON;
        return files.stream().anyMatch(file -> file.toString().equals(report));
    }

    private static OptionalDouble read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return OptionalDouble.empty();
            }
            Matcher score = SCORE.matcher(Files.readString(file));
            return score.find() ? OptionalDouble.of(Double.parseDouble(score.group(1))) : OptionalDouble.empty();
        } catch (IOException _) {
            // Somebody has deleted or changed it since.
            return OptionalDouble.empty();
        }
    }
}
