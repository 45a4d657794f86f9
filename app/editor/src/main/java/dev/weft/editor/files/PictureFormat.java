package dev.weft.editor.files;

import dev.weft.editor.text.Texts;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.WorkflowFormatException;
import dev.weft.graph.json.WorkflowReader;
import dev.weft.models.image.PngFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// PNG files that carry the workflow that made them.
final class PictureFormat implements FileFormat {
    private static final Texts TEXTS = Texts.of(PictureFormat.class);
    private static final String KEYWORD = "workflow";

    @Override
    public boolean fits(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".png");
    }

    @Override
    public Workflow read(Path file) throws IOException, WorkflowFormatException {
        String text = PngFile.readText(file).get(KEYWORD);
        if (text == null) {
            throw new IOException(TEXTS.get("picture_without_workflow", String.valueOf(file.getFileName())));
        }
        return WorkflowReader.parse(text, file.toString());
    }

    @Override
    public boolean writable() {
        return false;
    }
}
