package dev.weft.editor.tour;

import com.google.inject.AbstractModule;

/// The tour.
public final class TourModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Tour.class).asEagerSingleton();
    }
}
