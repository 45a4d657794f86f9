package dev.weft.editor.gallery;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.OptionalBinder;
import dev.weft.editor.window.DocumentPage;
import dev.weft.editor.window.DocumentPage.Kind;
import dev.weft.editor.window.PictureOpener;

/// The gallery and the view of single pictures.
public final class GalleryModule extends AbstractModule {
    @Override
    protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), PictureOpener.class)
                .setBinding()
                .to(PictureViewer.class);
        MapBinder.newMapBinder(binder(), Kind.class, DocumentPage.Factory.class)
                .addBinding(Kind.GALLERY)
                .to(GalleryPages.class);
    }
}
