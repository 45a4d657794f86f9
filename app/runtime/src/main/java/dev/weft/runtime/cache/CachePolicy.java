package dev.weft.runtime.cache;

/// Which results are kept for later runs.
public enum CachePolicy {
    /// Those that the last run used, as far as the budgets reach.
    CLASSIC,
    /// Those that were used last, whichever run that was, as far as the budgets reach.
    LRU,
    /// None: every run does all its work.
    NONE
}
