package dev.weft.editor.canvas;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import dev.weft.editor.window.DocumentPage;

/// Lets documents be looked at as graphs.
public final class CanvasModule extends AbstractModule {
    @Override
    protected void configure() {
        MapBinder.newMapBinder(binder(), DocumentPage.Kind.class, DocumentPage.Factory.class)
                .addBinding(DocumentPage.Kind.GRAPH)
                .to(GraphPages.class);
    }
}
