package dev.weft.editor;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import dev.weft.editor.window.DocumentPage;
import dev.weft.editor.window.GraphNavigator;
import dev.weft.editor.window.NodeSearchOpener;
import dev.weft.editor.window.Panel;
import dev.weft.editor.window.PictureOpener;
import dev.weft.nodes.api.Folders;
import dev.weft.runtime.Installation;
import dev.weft.runtime.WeftRuntime;

/// What every editor is assembled from. Classes with an injectable constructor need no line here; packages that
/// fill
/// places in the window have modules of their own.
final class EditorModule extends AbstractModule {
    private final Installation installation;
    private final WeftRuntime runtime;

    EditorModule(Installation installation, WeftRuntime runtime) {
        this.installation = installation;
        this.runtime = runtime;
    }

    @Override
    protected void configure() {
        bind(Installation.class).toInstance(installation);
        bind(WeftRuntime.class).toInstance(runtime);
        bind(Folders.class).toInstance(runtime.folders());
        Multibinder.newSetBinder(binder(), Panel.class);
        OptionalBinder.newOptionalBinder(binder(), NodeSearchOpener.class)
                .setDefault()
                .toInstance(NodeSearchOpener.NONE);
        OptionalBinder.newOptionalBinder(binder(), GraphNavigator.class)
                .setDefault()
                .toInstance(GraphNavigator.NONE);
        OptionalBinder.newOptionalBinder(binder(), PictureOpener.class)
                .setDefault()
                .toInstance(PictureOpener.NONE);
        MapBinder.newMapBinder(binder(), DocumentPage.Kind.class, DocumentPage.Factory.class);
    }
}
