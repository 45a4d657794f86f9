package dev.weft.nodes.stylealigned.score;

import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.TypeRule;
import dev.weft.graph.types.TypeRule.Typing;
import dev.weft.models.metrics.JudgeLibrary;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.Load;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import java.io.IOException;
import java.util.List;

/// `stylealigned:score_folder`: scores the pictures that lie in a folder, of whatever sizes, as [StyleScore] scores a
/// batch.
public final class ScoreFolder implements NodeType {
    private static final NodeSignature SIGNATURE = Scoring.complete(
                    NodeSignature.of(
                                    "stylealigned:score_folder",
                                    1,
                                    "Score Folder",
                                    "scores",
                                    "Scores the pictures in a folder: how alike in style they are, and how well they fit the prompts that drew them.")
                            .with(
                                    new Parameter.Text(
                                            PictureFolder.PARAMETER,
                                            "",
                                            false,
                                            "The folder; its PNG, JPEG, BMP and GIF files are one set. Relative names begin at the input folder.")))
            .with((TypeRule) _ -> Typing.of(Scoring.extents()));

    private final Folders folders;
    private final Scoring scoring;

    /// @param folders where relative names begin
    /// @param library the models that judge
    public ScoreFolder(Folders folders, JudgeLibrary library) {
        this.folders = folders;
        this.scoring = new Scoring(library);
    }

    @Override
    public NodeSignature signature() {
        return SIGNATURE;
    }

    @Override
    public Load load() {
        return Load.RUNS_MODELS;
    }

    @Override
    public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
        PictureFolder folder = PictureFolder.list(folders, inputs.parameters().text(PictureFolder.PARAMETER));
        List<String> given = Scoring.prompts(inputs.parameters());
        List<String> prompts = given.isEmpty() ? FilePrompts.of(folder.files()) : given;
        List<String> remarks = prompts.isEmpty()
                ? List.of("The files do not tell what they were to show, so they were not compared with prompts.")
                : List.of();
        return scoring.score(folder, prompts, remarks, inputs, context);
    }

    @Override
    public String changeMarker(ParameterValues parameters) {
        try {
            return PictureFolder.list(folders, parameters.text(PictureFolder.PARAMETER))
                    .changeMarker();
        } catch (IOException | NodeException e) {
            // The node will say so when it runs.
            return "";
        }
    }
}
