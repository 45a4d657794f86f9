package dev.weft.editor.run;

import com.google.inject.AbstractModule;

/// Running documents. What shows it has modules of its own.
public final class RunModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(RunActions.class).asEagerSingleton();
    }
}
