package dev.weft.nodes.api;

/// Is told what happens in every execution, as long as its plugin is loaded.
///
/// Events of one execution come in their order, one at a time, in a thread that belongs to this observer, some time
/// after
/// they happened: no run waits for an observer. One that throws, or is so slow that tens of thousands of events wait
/// for
/// it, is told nothing more.
@FunctionalInterface
public interface ExecutionObserver {
    /// Something happened.
    ///
    /// @param execution tells the executions of one process apart that run at the same time; counts up from 1
    /// @param event what happened
    void observe(long execution, ExecutionEvent event);
}
