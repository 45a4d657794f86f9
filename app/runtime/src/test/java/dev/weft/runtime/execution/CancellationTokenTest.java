package dev.weft.runtime.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.nodes.api.Cancellation;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class CancellationTokenTest {
    @Test
    void a_request_runs_each_action_once() {
        CancellationToken token = new CancellationToken();
        AtomicInteger calls = new AtomicInteger();
        Cancellation.Handle _ = token.onRequest(calls::incrementAndGet);
        token.request();
        token.request();
        assertThat(calls).hasValue(1);
        assertThat(token.requested()).isTrue();
        assertThatThrownBy(token::throwIfRequested).isInstanceOf(CancellationException.class);
    }

    @Test
    void an_action_that_comes_late_runs_at_once() {
        CancellationToken token = new CancellationToken();
        token.request();
        AtomicInteger calls = new AtomicInteger();
        Cancellation.Handle _ = token.onRequest(calls::incrementAndGet);
        assertThat(calls).hasValue(1);
    }

    @Test
    void an_action_that_was_taken_back_does_not_run() {
        CancellationToken token = new CancellationToken();
        AtomicInteger calls = new AtomicInteger();
        token.onRequest(calls::incrementAndGet).close();
        token.request();
        assertThat(calls).hasValue(0);
    }

    @Test
    void an_action_that_throws_does_not_keep_the_others_from_running() {
        CancellationToken token = new CancellationToken();
        AtomicInteger calls = new AtomicInteger();
        Cancellation.Handle _ = token.onRequest(() -> {
            throw new IllegalStateException("first");
        });
        Cancellation.Handle _ = token.onRequest(calls::incrementAndGet);
        assertThatThrownBy(token::request).hasMessage("first");
        assertThat(calls).hasValue(1);
    }

    @Test
    void another_thread_may_ask() throws InterruptedException {
        CancellationToken token = new CancellationToken();
        CountDownLatch told = new CountDownLatch(1);
        Cancellation.Handle _ = token.onRequest(told::countDown);
        Thread.ofPlatform().start(token::request).join();
        assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(token.requested()).isTrue();
    }
}
