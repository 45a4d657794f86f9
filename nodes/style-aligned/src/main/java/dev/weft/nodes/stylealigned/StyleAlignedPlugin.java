package dev.weft.nodes.stylealigned;

import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.NodeRegistrar;
import dev.weft.nodes.api.Plugin;

/// The entry of the plugin `stylealigned`.
public final class StyleAlignedPlugin implements Plugin {
    private final Folders folders;

    /// @param folders where style files lie
    public StyleAlignedPlugin(Folders folders) {
        this.folders = folders;
    }

    @Override
    public void register(NodeRegistrar registrar) {
        registrar.add(new SharedAttentionSampler());
        registrar.add(new Invert());
        registrar.add(new SaveStyle());
        registrar.add(new LoadStyle(folders));
        registrar.add(new BlendStyles());
        registrar.add(new Panorama());
    }
}
