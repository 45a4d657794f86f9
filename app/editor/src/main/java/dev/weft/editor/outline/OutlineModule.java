package dev.weft.editor.outline;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Panel;

/// The sidebar tab that lists nodes, and the popup that finds them.
public final class OutlineModule extends AbstractModule {
    private static final Texts TEXTS = Texts.of(OutlineModule.class);

    @Override
    protected void configure() {
        bind(GraphFinder.class).asEagerSingleton();
    }

    @ProvidesIntoSet
    Panel outline(Provider<Outline> outline) {
        return new Panel(
                "outline", Panel.Place.SIDEBAR, 30, TEXTS.get("outline"), "fltrmz-organization-20", outline::get);
    }
}
