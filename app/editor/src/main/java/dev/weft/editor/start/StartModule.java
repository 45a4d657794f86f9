package dev.weft.editor.start;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Panel;
import dev.weft.editor.window.Panel.Place;

/// The start page and the sidebar tab with all templates.
public final class StartModule extends AbstractModule {
    private static final Texts TEXTS = Texts.of(StartModule.class);

    @ProvidesIntoSet
    Panel start(Provider<StartPage> page) {
        return new Panel(
                "start",
                Place.START,
                0,
                TEXTS.get("title"),
                "fltrmz-organization-20",
                () -> page.get().content());
    }

    @ProvidesIntoSet
    Panel templates(Provider<TemplatesTab> tab) {
        return new Panel(
                "templates",
                Place.SIDEBAR,
                20,
                TEXTS.get("templates"),
                "fltral-image-library-20",
                () -> tab.get().content());
    }
}
