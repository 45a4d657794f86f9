package dev.weft.nodes.core;

import dev.weft.models.backend.BackendSettings;
import dev.weft.models.bundle.BundleCatalog;
import dev.weft.models.bundle.ModelLibrary;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.NodeRegistrar;
import dev.weft.nodes.api.Plugin;
import dev.weft.nodes.api.WeftPlugin;
import dev.weft.nodes.core.formats.ConditioningFormat;
import dev.weft.nodes.core.formats.ControlledConditioningFormat;
import dev.weft.nodes.core.formats.ImageBatchFormat;
import dev.weft.nodes.core.formats.LatentFormat;
import dev.weft.nodes.core.formats.MaskFormat;

/// The entry of the plugin `core`.
@WeftPlugin(id = "core", version = "0.1.0")
public final class CorePlugin implements Plugin {
    private final Folders folders;
    private final ModelLibrary models;

    /// @param folders where models, pictures and caches lie
    /// @param backend how models are run
    public CorePlugin(Folders folders, BackendSettings backend) {
        this.folders = folders;
        this.models = new ModelLibrary(backend, new BundleCatalog(folders.models()), folders.cache());
    }

    @Override
    public void register(NodeRegistrar registrar) {
        registrar.add(new LoadModel(models));
        registrar.add(new LoadLora(folders));
        registrar.add(new TextEncode(folders));
        registrar.add(new EmptyLatent());
        registrar.add(new Sample());
        registrar.add(new VaeEncode());
        registrar.add(new VaeDecode());
        registrar.add(new LoadControlNet(folders, models));
        registrar.add(new ApplyControlNet());
        registrar.add(new Canny());
        registrar.add(new LoadImage(folders));
        registrar.add(new LoadImageFolder(folders));
        registrar.add(new ResizeImage());
        registrar.add(new ImageToMask());
        registrar.add(new SaveImage());
        registrar.add(new PreviewImage());
        registrar.add(new SaveLatent());
        registrar.add(new LoadLatent(folders));
        registrar.add(new ImageBatchFormat());
        registrar.add(new MaskFormat());
        registrar.add(new LatentFormat());
        registrar.add(new ConditioningFormat());
        registrar.add(new ControlledConditioningFormat());
    }

    @Override
    public void freeMemory() {
        models.free();
    }

    @Override
    public void close() {
        models.close();
    }
}
