package dev.weft.nodes.stylealigned.score;

import dev.weft.graph.types.Extent;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.metrics.JudgeException;
import dev.weft.models.metrics.JudgeLibrary;
import dev.weft.models.metrics.Judges;
import dev.weft.models.metrics.SetScore;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.core.sampling.ModelRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the nodes that score sets have in common: outputs, parameters, and the work once a set is at hand.
final class Scoring {
    /// A table of all pairs of more pictures would be larger than any use of it.
    static final int MOST_PICTURES = 2000;

    private final JudgeLibrary library;

    Scoring(JudgeLibrary library) {
        this.library = library;
    }

    /// The signature with the outputs and parameters of a scoring node added.
    static NodeSignature complete(NodeSignature signature) {
        return signature
                .with(new OutputPort("report", new PortKind("report"), "The scores."))
                .with(new OutputPort("image", PortKind.IMAGE, "The matrix of all pairs, as a picture."))
                .with(
                        new Parameter.Text(
                                "prompts",
                                "",
                                true,
                                "What the pictures show: one prompt for all, or one a line for each; before those of the pictures' making."))
                .with(
                        new Parameter.Flag(
                                "subject_only",
                                true,
                                "Whether only what stands before a prompt's first comma counts, so that words of style do not."))
                .with(new Parameter.Text(
                        "judges",
                        "starter",
                        false,
                        "The models that judge: a model with a folder metrics, or a folder that holds dino and clip."))
                .with(new Parameter.Text(
                        "filename_prefix",
                        "scores/score",
                        false,
                        "How the report's file names begin; a number follows. May name folders."))
                .asTerminal();
    }

    /// The prompts that the parameter names, if it names any.
    static List<String> prompts(ParameterValues values) {
        return values.text("prompts")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /// Scores a set and writes the report.
    ///
    /// @param prompts what the pictures show: none, one for all, or one for each
    /// @param remarks what the report's reader should know beside
    NodeOutputs score(
            PictureSet set, List<String> prompts, List<String> remarks, NodeInputs inputs, NodeContext context)
            throws NodeException {
        ParameterValues values = inputs.parameters();
        int count = set.names().size();
        requireSet(count);
        List<String> words = words(prompts, count, values);
        ScoredPictures pictures = new ScoredPictures(set, context, words.isEmpty() ? count : 2 * count);
        String name = values.text("judges");
        List<String> notes = new ArrayList<>(remarks);
        SetScore score = ModelRun.in(context, stop -> {
            Judges judges = judges(name);
            boolean readable = words.isEmpty() || judges.readTexts();
            if (!readable) {
                notes.add("There is no CLIP in " + name + ", so pictures were not compared with their prompts.");
            }
            try {
                return judges.score(pictures, readable ? words : List.of(), stop);
            } catch (ScoredPictures.Unreadable e) {
                throw e.reason();
            }
        });
        ScoreReport report = new ScoreReport(set.title(), name, set.names(), score, notes);
        ImageBatch matrix = new MatrixPicture(report, pictures.thumbnails()).draw();
        new ReportFiles(context, values.text("filename_prefix")).write(report, matrix);
        return new NodeOutputs(Map.of("report", report, "image", matrix), (long) Float.BYTES * matrix.rgb().length);
    }

    private static void requireSet(int count) throws NodeException {
        if (count < 2) {
            throw new NodeException("A set has at least two pictures, but here "
                    + (count == 1 ? "is only one" : "are none") + "; give more pictures.");
        }
        if (count > MOST_PICTURES) {
            throw new NodeException("A set of " + count + " pictures is too large to compare all pairs; score at most "
                    + MOST_PICTURES + " at once.");
        }
    }

    private static List<String> words(List<String> prompts, int count, ParameterValues values) throws NodeException {
        try {
            return ComparedWords.of(prompts, count, values.flag("subject_only"));
        } catch (IllegalArgumentException e) {
            throw NodeException.of("prompts", e);
        }
    }

    private Judges judges(String name) throws NodeException {
        try {
            return library.open(name);
        } catch (JudgeException e) {
            throw NodeException.of("judges", e);
        }
    }

    /// Of what a set's pictures are, nothing is known before it is scored but that its matrix is one picture.
    static Map<String, Extent> extents() {
        return Map.of("image", Extent.ofBatch(1));
    }
}
