package dev.weft.nodes.api;

/// What a running node mostly needs, which decides how many may run at the same time.
public enum Load {
    /// It waits for disks, networks or people: as many as there are run at once.
    WAITS,
    /// It keeps one processor core busy: as many run at once as there are cores.
    COMPUTES,
    /// It runs models, which take all cores or the whole device: one at a time.
    RUNS_MODELS
}
