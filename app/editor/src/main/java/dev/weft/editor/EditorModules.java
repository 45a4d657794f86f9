package dev.weft.editor;

import com.google.inject.Module;
import dev.weft.editor.canvas.CanvasModule;
import dev.weft.editor.gallery.GalleryModule;
import dev.weft.editor.outline.OutlineModule;
import dev.weft.editor.search.SearchModule;
import dev.weft.runtime.Installation;
import dev.weft.runtime.WeftRuntime;
import java.util.List;

/// The parts of the editor.
final class EditorModules {
    private EditorModules() {}

    static List<Module> all(Installation installation, WeftRuntime runtime) {
        return List.of(
                new EditorModule(installation, runtime), new CanvasModule(), new GalleryModule(), new SearchModule(), new OutlineModule());
    }
}
