package dev.weft.runtime.execution;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import dev.weft.runtime.observation.Observation;

/// The executor and the results that it keeps.
public final class ExecutionModule extends AbstractModule {
    private final CacheBudget budget;

    /// @param budget how many bytes of results are kept
    public ExecutionModule(CacheBudget budget) {
        this.budget = budget;
    }

    @Override
    protected void configure() {
        bind(CacheBudget.class).toInstance(budget);
        bind(ResultCache.class).in(Singleton.class);
        bind(Observation.class).in(Singleton.class);
        bind(Executor.class).in(Singleton.class);
    }
}
