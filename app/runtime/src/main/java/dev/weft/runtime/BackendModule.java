package dev.weft.runtime;

import com.google.inject.AbstractModule;
import dev.weft.models.backend.BackendSettings;

/// Where models run.
final class BackendModule extends AbstractModule {
    private final BackendSettings settings;

    BackendModule(BackendSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void configure() {
        bind(BackendSettings.class).toInstance(settings);
    }
}
