package dev.weft.editor.settings;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Panel;
import dev.weft.editor.window.Panel.Place;

/// The settings. This module has to stand before those whose words depend on the language.
public final class SettingsModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(PreferenceFile.class).asEagerSingleton();
        bind(SettingsActions.class).asEagerSingleton();
    }

    @ProvidesIntoSet
    Panel drawer(Provider<SettingsDrawer> drawer) {
        return new Panel(
                "settings",
                Place.DRAWER,
                90,
                Texts.of(SettingsModule.class).get("settings"),
                "fltrmz-settings-20",
                () -> drawer.get().content());
    }
}
