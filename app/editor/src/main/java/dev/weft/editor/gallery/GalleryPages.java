package dev.weft.editor.gallery;

import com.google.inject.Inject;
import dev.weft.editor.document.Document;
import dev.weft.editor.window.DocumentPage;

/// Makes galleries. Each document looks at the same pictures in its own way.
final class GalleryPages implements DocumentPage.Factory {
    private final GalleryLibrary library;
    private final GalleryServices services;

    @Inject
    GalleryPages(GalleryLibrary library, GalleryServices services) {
        this.library = library;
        this.services = services;
    }

    @Override
    public DocumentPage open(Document document) {
        return new GalleryPage(library, services);
    }
}
