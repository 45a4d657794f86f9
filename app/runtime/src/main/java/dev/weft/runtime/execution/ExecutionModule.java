package dev.weft.runtime.execution;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import dev.weft.runtime.cache.CacheSettings;
import dev.weft.runtime.cache.ResultCache;
import dev.weft.runtime.cache.ValueFormats;
import dev.weft.runtime.observation.Observation;

/// The executor and the results that it keeps.
public final class ExecutionModule extends AbstractModule {
    private final CacheSettings cache;

    /// @param cache how results are kept
    public ExecutionModule(CacheSettings cache) {
        this.cache = cache;
    }

    @Override
    protected void configure() {
        bind(CacheSettings.class).toInstance(cache);
        bind(ValueFormats.class).in(Singleton.class);
        bind(ResultCache.class).in(Singleton.class);
        bind(Observation.class).in(Singleton.class);
        bind(Executor.class).in(Singleton.class);
    }
}
