package dev.weft.runtime.queue;

import dev.weft.graph.validation.Plan;
import dev.weft.nodes.api.ExecutionEvent;

/// Is told what happens while a run is carried out, in the worker's thread.
public interface RunObserver {
    /// Does not listen.
    RunObserver NONE = new RunObserver() {
        @Override
        public void planned(Plan plan) {}

        @Override
        public void refused(String sentence) {}

        @Override
        public void event(ExecutionEvent event) {}
    };

    /// The run is about to be carried out so. Comes once, before the first event, unless nothing of the run can
    /// be.
    void planned(Plan plan);

    /// The run, or a part of it, cannot be carried out.
    ///
    /// @param sentence what is wrong, and what to do; there may be several
    void refused(String sentence);

    /// Something happened.
    void event(ExecutionEvent event);

    /// Whether unfinished pictures are wanted at this moment; asked in any thread.
    default boolean previewing() {
        return false;
    }

    /// Tells two, one after the other.
    static RunObserver both(RunObserver first, RunObserver second) {
        return new RunObserver() {
            @Override
            public void planned(Plan plan) {
                first.planned(plan);
                second.planned(plan);
            }

            @Override
            public void refused(String sentence) {
                first.refused(sentence);
                second.refused(sentence);
            }

            @Override
            public void event(ExecutionEvent event) {
                first.event(event);
                second.event(event);
            }

            @Override
            public boolean previewing() {
                return first.previewing() || second.previewing();
            }
        };
    }
}
