package dev.weft.nodes.api;

import java.nio.file.Path;
import java.util.List;

/// Where Weft reads and writes. A plugin's entry may ask for this record in its constructor.
///
/// All paths are absolute. None needs to exist; output and cache folders are made when they are first written to.
///
/// @param models folders in which bundles are looked for, the first wins
/// @param output where pictures and other results are written
/// @param input where pictures are looked for that a workflow names without a folder
/// @param cache what can be made anew at any time, such as rewritten models
/// @param data what Weft keeps for its user: installed plugins, which of them are trusted, the queue and its history
public record Folders(List<Path> models, Path output, Path input, Path cache, Path data) {
    /// Takes a copy of `models` and makes every path absolute.
    public Folders {
        models = models.stream().map(Folders::absolute).toList();
        output = absolute(output);
        input = absolute(input);
        cache = absolute(cache);
        data = absolute(data);
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
