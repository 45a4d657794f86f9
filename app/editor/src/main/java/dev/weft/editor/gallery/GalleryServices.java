package dev.weft.editor.gallery;

import com.google.inject.Inject;
import dev.weft.editor.window.Dialogs;
import dev.weft.editor.window.PictureOpener;
import dev.weft.editor.window.ShownFiles;
import dev.weft.editor.window.Thumbnails;
import dev.weft.editor.window.Toasts;
import dev.weft.editor.window.WindowControl;
import dev.weft.editor.workspace.Workspace;

/// What the gallery needs of the editor.
record GalleryServices(
        Thumbnails thumbnails,
        PictureOpener opener,
        ShownFiles files,
        Dialogs dialogs,
        Toasts toasts,
        WindowControl control,
        Workspace workspace) {
    /// Takes what it is given.
    @Inject
    GalleryServices {}
}
