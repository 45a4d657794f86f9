package dev.weft.editor.files;

import com.google.inject.AbstractModule;
import dev.weft.editor.workspace.DocumentOpener;

/// Documents in files.
public final class FilesModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(FileDialogs.class).to(SystemDialogs.class);
        bind(DocumentOpener.class).to(Opening.class);
        bind(FileActions.class).asEagerSingleton();
        bind(FileDrops.class).asEagerSingleton();
    }
}
