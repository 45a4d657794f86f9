package dev.weft.editor.canvas;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.OptionalBinder;
import dev.weft.editor.window.DocumentPage;
import dev.weft.editor.window.GraphNavigator;

/// Lets documents be looked at as graphs.
public final class CanvasModule extends AbstractModule {
    @Override
    protected void configure() {
        MapBinder.newMapBinder(binder(), DocumentPage.Kind.class, DocumentPage.Factory.class)
                .addBinding(DocumentPage.Kind.GRAPH)
                .to(GraphPages.class);
        OptionalBinder.newOptionalBinder(binder(), GraphNavigator.class)
                .setBinding()
                .to(CanvasNavigator.class);
        bind(CanvasActions.class).asEagerSingleton();
    }
}
