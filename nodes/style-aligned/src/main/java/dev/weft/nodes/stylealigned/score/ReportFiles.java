package dev.weft.nodes.stylealigned.score;

import dev.weft.models.files.AtomicFile;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.PngFile;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.core.files.OutputFiles;
import dev.weft.nodes.core.files.Provenance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Writes a report as three files of one name: `PREFIX_00001.json`, `.txt` and `.png`.
final class ReportFiles {
    private static final String JSON = ".json";

    private final NodeContext context;
    private final String prefix;

    ReportFiles(NodeContext context, String prefix) {
        this.context = context;
        this.prefix = prefix;
    }

    void write(ScoreReport report, ImageBatch matrix) throws NodeException {
        Path json = OutputFiles.below(context.outputFolder(), prefix, JSON)
                .write(out -> out.write((ReportJson.of(report) + "\n").getBytes(StandardCharsets.UTF_8)));
        context.saved(json);
        try {
            Path table = beside(json, ".txt");
            AtomicFile.write(table, out -> out.write(ReportTable.of(report).getBytes(StandardCharsets.UTF_8)));
            context.saved(table);
            Path picture = beside(json, ".png");
            PngFile.write(picture, matrix, 0, Provenance.of(context));
            context.saved(picture);
        } catch (IOException e) {
            throw NodeException.of(e);
        }
    }

    private static Path beside(Path json, String extension) {
        String name = String.valueOf(json.getFileName());
        return json.resolveSibling(name.substring(0, name.length() - JSON.length()) + extension);
    }
}
