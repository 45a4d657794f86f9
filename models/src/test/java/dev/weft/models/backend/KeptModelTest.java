package dev.weft.models.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Models of 10 bytes each that only remember whether they were closed.
@Timeout(30)
class KeptModelTest {
    private static final long SIZE = 10;
    private static final StopSignal NEVER = StopSignal.never();

    private final AtomicLong free = new AtomicLong(Long.MAX_VALUE);
    private final MemoryGauge gauge = new MemoryGauge() {
        @Override
        public OptionalLong free() {
            return OptionalLong.of(free.get());
        }

        @Override
        public OptionalLong total() {
            return OptionalLong.of(1000);
        }
    };

    private static final class Plain implements OpenedModel {
        private final String name;
        private volatile boolean closed;

        Plain(String name) {
            this.name = name;
        }

        @Override
        public long workingBytes() {
            return 0;
        }

        @Override
        public void close() {
            assertThat(closed).as("closed once").isFalse();
            closed = true;
        }

        @Override
        public String toString() {
            return name + (closed ? " closed" : "");
        }
    }

    private final List<String> openings = new ArrayList<>();

    private KeptModel<Plain> model(String name, ModelMemory memory) {
        return model(name, memory, _ -> {
            openings.add(name);
            return new Plain(name);
        });
    }

    private KeptModel<Plain> model(String name, ModelMemory memory, KeptModel.Opening<Plain> opening) {
        return new KeptModel<>(name, SIZE, opening, memory, gauge);
    }

    private static ModelMemory of(long bytes) {
        return new ModelMemory(new MemoryBudget.Bytes(bytes));
    }

    private static Plain used(KeptModel<Plain> model) {
        return model.use(NEVER, opened -> opened);
    }

    @Test
    void a_model_is_opened_once_and_stays_open() {
        KeptModel<Plain> model = model("a", of(100));
        assertThat(openings).isEmpty();
        Plain first = used(model);
        assertThat(used(model)).isSameAs(first);
        assertThat(first.closed).isFalse();
        assertThat(openings).containsExactly("a");
    }

    @Test
    void the_one_used_longest_ago_makes_room_and_is_opened_again() {
        ModelMemory memory = of(2 * SIZE);
        KeptModel<Plain> a = model("a", memory);
        KeptModel<Plain> b = model("b", memory);
        KeptModel<Plain> c = model("c", memory);
        used(a);
        Plain opened = used(b);
        used(a);
        used(c);
        assertThat(opened.closed).isTrue();
        assertThat(openings).containsExactly("a", "b", "c");
        assertThat(memory.bytes()).isEqualTo(2 * SIZE);
        assertThat(used(b).closed).isFalse();
        assertThat(openings).containsExactly("a", "b", "c", "b");
    }

    @Test
    void what_is_free_decides_where_the_budget_is_automatic() {
        ModelMemory memory = new ModelMemory(new MemoryBudget.Automatic());
        Plain first = used(model("a", memory));
        used(model("b", memory));
        assertThat(first.closed).isFalse();
        free.set(SIZE);
        used(model("c", memory));
        assertThat(first.closed).isTrue();
        assertThat(memory.count()).isEqualTo(1);
    }

    @Test
    void three_quarters_of_the_memory_is_the_automatic_budget() {
        ModelMemory memory = new ModelMemory(new MemoryBudget.Automatic());
        for (int count = 0; count < 80; count++) {
            used(model("model " + count, memory));
        }
        assertThat(memory.bytes()).isEqualTo(750);
    }

    @Test
    void a_model_in_use_is_not_closed_on_request() {
        ModelMemory memory = of(100);
        KeptModel<Plain> model = model("a", memory);
        Plain idle = used(model("b", memory));
        Plain used = model.use(NEVER, opened -> {
            assertThat(memory.free()).isEqualTo(1);
            assertThat(opened.closed).isFalse();
            return opened;
        });
        assertThat(idle.closed).isTrue();
        assertThat(memory.free()).isEqualTo(1);
        assertThat(used.closed).isTrue();
        assertThat(memory.bytes()).isZero();
        assertThat(used(model).closed).isFalse();
    }

    @Test
    void one_that_finds_no_room_waits_until_another_is_no_longer_used() throws Exception {
        ModelMemory memory = of(SIZE);
        KeptModel<Plain> first = model("a", memory);
        KeptModel<Plain> second = model("b", memory);
        AtomicReference<Plain> held = new AtomicReference<>();
        CountDownLatch inUse = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Boolean> holding = threads.submit(() -> first.use(NEVER, opened -> {
                held.set(opened);
                inUse.countDown();
                await(go);
                return !opened.closed;
            }));
            inUse.await();
            Future<Boolean> waiting =
                    threads.submit(() -> second.use(NEVER, opened -> held.get().closed && !opened.closed));
            awaitWaiting("opening b");
            assertThat(waiting.isDone()).isFalse();
            go.countDown();
            assertThat(holding.get()).isTrue();
            assertThat(waiting.get()).isTrue();
        }
    }

    private static void awaitWaiting(String thread) {
        while (Thread.getAllStackTraces().keySet().stream()
                .noneMatch(each -> each.getName().equals(thread) && each.getState() == Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void one_that_is_too_large_alone_is_opened_all_the_same() {
        assertThat(used(model("a", of(1))).closed).isFalse();
    }

    @Test
    void one_that_is_used_within_another_goes_beyond_the_budget_rather_than_wait_for_ever() {
        ModelMemory memory = of(SIZE);
        KeptModel<Plain> inner = model("inner", memory);
        String used = model("outer", memory).use(NEVER, outer -> inner.use(NEVER, opened -> outer + " and " + opened));
        assertThat(used).isEqualTo("outer and inner");
    }

    @Test
    void whoever_waits_for_an_opening_can_stop_and_what_was_opened_is_kept() throws Exception {
        ModelMemory memory = of(100);
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        KeptModel<Plain> model = model("slow", memory, _ -> {
            begun.incrementAndGet();
            opening.countDown();
            await(go);
            return new Plain("slow");
        });
        StopSignal stop = new StopSignal();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Plain> waiting = threads.submit(() -> model.use(stop, opened -> opened));
            opening.await();
            stop.stop();
            assertThatThrownBy(waiting::get).hasCauseInstanceOf(CancellationException.class);
            go.countDown();
            assertThat(used(model).closed).isFalse();
            assertThat(begun).hasValue(1);
        }
    }

    @Test
    void an_opening_that_nobody_waits_for_is_told_and_the_next_one_begins_anew() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        KeptModel<Plain> model = model("stoppable", of(100), unwanted -> {
            if (begun.incrementAndGet() == 1) {
                opening.countDown();
                while (!unwanted.stopped()) {
                    Thread.onSpinWait();
                }
                unwanted.throwIfStopped();
            }
            return new Plain("stoppable");
        });
        StopSignal stop = new StopSignal();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Plain> waiting = threads.submit(() -> model.use(stop, opened -> opened));
            opening.await();
            stop.stop();
            assertThatThrownBy(waiting::get).hasCauseInstanceOf(CancellationException.class);
            assertThat(used(model).closed).isFalse();
            assertThat(begun).hasValue(2);
        }
    }

    @Test
    void a_failed_opening_is_told_and_tried_again_the_next_time() {
        AtomicInteger begun = new AtomicInteger();
        KeptModel<Plain> model = model("bad", of(100), _ -> {
            if (begun.incrementAndGet() == 1) {
                throw new ModelException("The model is damaged; get it again.");
            }
            return new Plain("good");
        });
        assertThatThrownBy(() -> used(model))
                .isInstanceOf(ModelException.class)
                .hasMessage("The model is damaged; get it again.");
        assertThat(used(model)).hasToString("good");
    }

    @Test
    void where_memory_runs_out_others_are_closed_and_the_work_is_done_again() {
        ModelMemory memory = of(100);
        Plain other = used(model("other", memory));
        AtomicInteger tried = new AtomicInteger();
        KeptModel<Plain> model = model("hungry", memory);
        assertThat(model.<Integer>use(NEVER, _ -> {
                    if (!other.closed) {
                        tried.incrementAndGet();
                        throw new MemoryException("There is too little memory.", new IllegalStateException());
                    }
                    return tried.incrementAndGet();
                }))
                .isEqualTo(2);
        assertThatThrownBy(() -> model.use(NEVER, _ -> {
                    tried.incrementAndGet();
                    throw new MemoryException("There is too little memory.", new IllegalStateException());
                }))
                .isInstanceOf(MemoryException.class);
        assertThat(tried).hasValue(3);
    }

    @Test
    void what_is_opened_before_it_is_needed_takes_nobodys_room() {
        ModelMemory memory = of(SIZE);
        Plain used = used(model("a", memory));
        KeptModel<Plain> later = model("b", memory);
        later.prepare();
        // Waits for the attempt to end.
        later.close();
        assertThat(used.closed).isFalse();
        assertThat(openings).containsExactly("a");
    }

    @Test
    void closing_waits_for_nobody_who_uses_it_and_nobody_uses_it_afterwards() {
        ModelMemory memory = of(100);
        KeptModel<Plain> model = model("a", memory);
        Plain used = model.use(NEVER, opened -> {
            model.close();
            assertThat(opened.closed).isFalse();
            return opened;
        });
        assertThat(used.closed).isTrue();
        assertThat(memory.bytes()).isZero();
        assertThatThrownBy(() -> used(model))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The model a was closed for good.");
    }

    @Test
    void no_memory_at_all_is_no_budget() {
        assertThatThrownBy(() -> of(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Models need memory, but may take 0 bytes.");
    }
}
