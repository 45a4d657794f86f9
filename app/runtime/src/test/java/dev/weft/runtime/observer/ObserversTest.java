package dev.weft.runtime.observer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.ExecutionEvent.NodeStarted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ObserversTest {
    private static final ClassLoader LOADER = ObserversTest.class.getClassLoader();

    private final Observers observers = new Observers(1000, Duration.ofSeconds(30));
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @Test
    void observers_are_told_every_event_in_order_on_a_thread_of_their_own() {
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        observers.begin("first", LOADER, (execution, event) -> {
            seen.add(execution + " " + name(event));
            threads.add(Thread.currentThread());
        });
        List<String> told = new ArrayList<>();
        run(observers.alongside(event -> told.add(name(event))), 500);
        run(observers.alongside(event -> told.add(name(event))), 300);
        observers.end("first");
        assertThat(told).hasSize(800);
        assertThat(seen).isEqualTo(numbered(told));
        assertThat(threads).containsOnly(threads.getFirst()).doesNotContain(Thread.currentThread());
    }

    private static List<String> numbered(List<String> told) {
        return IntStream.range(0, told.size())
                .mapToObj(i -> (i < 500 ? 1 : 2) + " " + told.get(i))
                .toList();
    }

    @Test
    void one_that_throws_is_told_nothing_more_and_the_others_go_on() {
        List<String> failing = Collections.synchronizedList(new ArrayList<>());
        observers.begin("failing", LOADER, (_, event) -> {
            failing.add(name(event));
            throw new StackOverflowError("on purpose");
        });
        observers.begin("sound", LOADER, (_, event) -> seen.add(name(event)));
        run(observers.alongside(_ -> {}), 100);
        observers.end("failing");
        observers.end("sound");
        assertThat(failing).containsExactly("0");
        assertThat(seen).hasSize(100);
    }

    @Test
    void one_that_never_returns_holds_up_no_run_and_is_switched_off() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Observers impatient = new Observers(1000, Duration.ofMillis(1));
        impatient.begin("stuck", LOADER, (_, event) -> {
            seen.add(name(event));
            entered.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        Consumer<ExecutionEvent> listener = impatient.alongside(_ -> {});
        run(listener, 1);
        entered.await();
        run(listener, 5000);
        impatient.end("stuck");
        interrupted.await();
        assertThat(seen).containsExactly("0");
    }

    @Test
    void what_the_caller_throws_comes_out_and_is_observed_all_the_same() {
        observers.begin("first", LOADER, (_, event) -> seen.add(name(event)));
        Consumer<ExecutionEvent> listener = observers.alongside(_ -> {
            throw new IllegalStateException("on purpose");
        });
        assertThatThrownBy(() -> run(listener, 1)).hasMessage("on purpose");
        observers.end("first");
        assertThat(seen).containsExactly("0");
    }

    @Test
    void without_observers_the_caller_is_told_directly() {
        Consumer<ExecutionEvent> listener = _ -> {};
        assertThat(observers.alongside(listener)).isSameAs(listener);
    }

    private static void run(Consumer<ExecutionEvent> listener, int events) {
        for (int i = 0; i < events; i++) {
            listener.accept(new NodeStarted(Integer.toString(i)));
        }
    }

    private static String name(ExecutionEvent event) {
        return ((NodeStarted) event).node();
    }
}
