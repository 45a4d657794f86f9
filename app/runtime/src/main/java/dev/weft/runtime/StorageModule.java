package dev.weft.runtime;

import com.google.inject.AbstractModule;
import dev.weft.nodes.api.Folders;

/// Where files are read and written.
final class StorageModule extends AbstractModule {
    private final Folders folders;

    StorageModule(Folders folders) {
        this.folders = folders;
    }

    @Override
    protected void configure() {
        bind(Folders.class).toInstance(folders);
    }
}
