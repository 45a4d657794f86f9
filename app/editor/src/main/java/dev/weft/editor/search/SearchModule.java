package dev.weft.editor.search;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.NodeSearchOpener;
import dev.weft.editor.window.Panel;

/// The search for node types and the sidebar tab that lists them.
public final class SearchModule extends AbstractModule {
    private static final Texts TEXTS = Texts.of(SearchModule.class);

    @Override
    protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), NodeSearchOpener.class)
                .setBinding()
                .to(NodeSearch.class);
        bind(NodeSearch.class).asEagerSingleton();
        Multibinder.newSetBinder(binder(), Panel.class);
    }

    @ProvidesIntoSet
    Panel library(Provider<Library> library) {
        return new Panel("nodes", Panel.Place.SIDEBAR, 10, TEXTS.get("library"), "fltral-cube-20", library::get);
    }
}
