package dev.weft.nodes.stylealigned;

import dev.weft.models.backend.BackendSettings;
import dev.weft.models.metrics.JudgeLibrary;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.NodeRegistrar;
import dev.weft.nodes.api.Plugin;
import dev.weft.nodes.api.WeftPlugin;
import dev.weft.nodes.stylealigned.score.ScoreFolder;
import dev.weft.nodes.stylealigned.score.StyleScore;

/// The entry of the plugin `stylealigned`.
@WeftPlugin(id = "stylealigned", version = "0.1.0", depends = @WeftPlugin.Dependency(id = "core", version = "^0.1"))
public final class StyleAlignedPlugin implements Plugin {
    private final Folders folders;
    private final JudgeLibrary judges;

    /// @param folders where models, pictures and style files lie
    /// @param backend how models are run
    public StyleAlignedPlugin(Folders folders, BackendSettings backend) {
        this.folders = folders;
        this.judges = new JudgeLibrary(backend, folders.models());
    }

    @Override
    public void register(NodeRegistrar registrar) {
        registrar.add(new SharedAttentionSampler());
        registrar.add(new Invert());
        registrar.add(new SaveStyle());
        registrar.add(new LoadStyle(folders));
        registrar.add(new BlendStyles());
        registrar.add(new Panorama());
        registrar.add(new StyleScore(judges));
        registrar.add(new ScoreFolder(folders, judges));
        registrar.add(new StyleFormat());
    }

    @Override
    public void freeMemory() {
        judges.free();
    }

    @Override
    public void close() {
        judges.close();
    }
}
