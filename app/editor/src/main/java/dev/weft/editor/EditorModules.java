package dev.weft.editor;

import com.google.inject.Module;
import dev.weft.editor.canvas.CanvasModule;
import dev.weft.editor.files.FilesModule;
import dev.weft.editor.gallery.GalleryModule;
import dev.weft.editor.outline.OutlineModule;
import dev.weft.editor.palette.PaletteModule;
import dev.weft.editor.plugins.PluginsModule;
import dev.weft.editor.problems.ProblemsModule;
import dev.weft.editor.queue.QueueModule;
import dev.weft.editor.run.RunModule;
import dev.weft.editor.search.SearchModule;
import dev.weft.editor.settings.SettingsModule;
import dev.weft.editor.start.StartModule;
import dev.weft.editor.tour.TourModule;
import dev.weft.runtime.Installation;
import dev.weft.runtime.WeftRuntime;
import java.util.List;

/// The parts of the editor.
final class EditorModules {
    private EditorModules() {}

    static List<Module> all(Installation installation, WeftRuntime runtime) {
        return List.of(
                new EditorModule(installation, runtime),
                new RunModule(),
                new QueueModule(),
                new SettingsModule(),
                new FilesModule(),
                new StartModule(),
                new PaletteModule(),
                new TourModule(),
                new CanvasModule(),
                new SearchModule(),
                new OutlineModule(),
                new ProblemsModule(),
                new PluginsModule(),
                new GalleryModule());
    }
}
