package dev.weft.nodes.stylealigned.score;

import dev.weft.models.image.PngFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The prompts of picture files that Weft has saved, one for each file.
///
/// Files that follow each other and hold the same workflow were one batch, or several of the same size; its prompts are
/// dealt out in turn. Where their numbers do not fit, a file is missing and nobody can say which.
final class FilePrompts {
    private FilePrompts() {}

    /// The prompts in the order of the files; nothing if one file's cannot be told.
    static List<String> of(List<Path> files) {
        List<String> prompts = new ArrayList<>();
        int from = 0;
        List<String> workflows = files.stream().map(FilePrompts::workflow).toList();
        while (from < files.size()) {
            int to = from + 1;
            while (to < files.size() && workflows.get(to).equals(workflows.get(from))) {
                to++;
            }
            List<String> saved = SavedPrompts.of(workflows.get(from));
            if (saved.isEmpty() || (to - from) % saved.size() != 0) {
                return List.of();
            }
            for (int i = from; i < to; i++) {
                prompts.add(saved.get((i - from) % saved.size()));
            }
            from = to;
        }
        return prompts;
    }

    private static String workflow(Path file) {
        try {
            return PngFile.readText(file).getOrDefault("workflow", "");
        } catch (IOException e) {
            // No PNG, or a damaged one, of which reading its pixels will tell.
            return "";
        }
    }
}
