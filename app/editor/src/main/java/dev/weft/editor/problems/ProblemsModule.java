package dev.weft.editor.problems;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Panel;
import dev.weft.editor.window.Panel.Place;

/// The lists of problems and of what runs did.
public final class ProblemsModule extends AbstractModule {
    private static final Texts TEXTS = Texts.of(ProblemsModule.class);

    @Override
    protected void configure() {
        bind(RunLog.class).asEagerSingleton();
    }

    @ProvidesIntoSet
    Panel problems(Provider<ProblemsPanel> content) {
        return new Panel("problems", Place.BOTTOM, 10, TEXTS.get("problems"), "fltfal-error-circle-20", content::get);
    }

    @ProvidesIntoSet
    Panel log(Provider<LogPanel> content) {
        return new Panel("log", Place.BOTTOM, 20, TEXTS.get("log"), "fltrmz-text-font-20", content::get);
    }

    @ProvidesIntoSet
    Panel status(Provider<ProblemsStatus> content) {
        return new Panel(
                "problems", Place.STATUS_RIGHT, 20, TEXTS.get("problems"), "fltfal-error-circle-20", content::get);
    }
}
