package dev.weft.editor.plugins;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Panel;

/// The page that shows plugins.
public final class PluginsModule extends AbstractModule {
    private static final Texts TEXTS = Texts.of(PluginsModule.class);

    @ProvidesIntoSet
    Panel plugins(Provider<PluginsPage> page) {
        return new Panel("plugins", Panel.Place.PAGE, 10, TEXTS.get("plugins"), "fltral-extension-20", page::get);
    }
}
