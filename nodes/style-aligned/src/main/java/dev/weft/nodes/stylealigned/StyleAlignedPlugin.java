package dev.weft.nodes.stylealigned;

import dev.weft.nodes.api.NodeRegistrar;
import dev.weft.nodes.api.Plugin;

/// The entry of the plugin `stylealigned`.
public final class StyleAlignedPlugin implements Plugin {
    @Override
    public void register(NodeRegistrar registrar) {
        registrar.add(new SharedAttentionSampler());
        registrar.add(new Panorama());
    }
}
