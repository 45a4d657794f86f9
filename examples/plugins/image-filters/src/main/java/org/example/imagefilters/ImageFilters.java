package org.example.imagefilters;

import dev.weft.nodes.api.NodeRegistrar;
import dev.weft.nodes.api.Plugin;
import dev.weft.nodes.api.WeftPlugin;

/// The entry of the plugin `image-filters`.
@WeftPlugin(id = "image-filters", version = "1.0.0")
public final class ImageFilters implements Plugin {
    @Override
    public void register(NodeRegistrar registrar) {
        registrar.add(new Blur());
        registrar.add(new Sharpen());
        registrar.add(new Levels());
        registrar.add(new AdjustColours());
        registrar.add(new MatchColours());
        registrar.add(new Posterise());
        registrar.add(new Grain());
        registrar.add(new Vignette());
        registrar.add(new Blend());
        registrar.add(new Turn());
        registrar.add(new ContactSheet());
    }
}
