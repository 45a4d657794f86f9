package dev.weft.editor.palette;

import com.google.inject.AbstractModule;

/// The list of commands.
public final class PaletteModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Palette.class).asEagerSingleton();
    }
}
