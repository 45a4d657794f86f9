package dev.weft.nodes.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.graph.types.ParameterValues;
import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.bundle.BundleCatalog;
import dev.weft.models.bundle.LoadedModels;
import dev.weft.models.bundle.ModelLibrary;
import dev.weft.nodes.api.Cancellation;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeGraph;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.core.sampling.ControlledConditioning;
import dev.weft.nodes.core.sampling.Latent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The sampler node with the starter model, cancelled at random moments of random steps.
@Timeout(300)
@TestInstance(Lifecycle.PER_CLASS)
final class CancelledSamplerTest {
    private static final int STEPS = 12;
    private static final int SIDE = 16;

    private final Random random = new Random(20260726);
    private final Run undisturbed = new Run();
    private ModelLibrary library;
    private NodeInputs inputs;
    private float[] expected;

    @BeforeAll
    void open(@TempDir Path cache) throws IOException, NodeException {
        library = new ModelLibrary(
                BackendSettings.of(BackendChoice.parse("cpu")),
                new BundleCatalog(List.of(Path.of("../../models"))),
                cache);
        LoadedModels models = library.open("starter");
        ControlledConditioning prompts = ControlledConditioning.of(models.textEncoder()
                .use(StopSignal.never(), encoder -> encoder.encode(List.of("a house"), StopSignal.never())));
        inputs = new NodeInputs(
                Map.of(
                        "model",
                        models,
                        "positive",
                        prompts,
                        "negative",
                        prompts,
                        "latent",
                        new Latent(2, 4, SIDE, SIDE, new float[2 * 4 * SIDE * SIDE])),
                new ParameterValues(Map.of(
                        "seed",
                        7L,
                        "steps",
                        (long) STEPS,
                        "cfg",
                        7.5,
                        "sampler",
                        "ddim",
                        "scheduler",
                        "diffusers",
                        "denoise",
                        1.0)));
        expected = drawn(undisturbed);
    }

    @AfterAll
    void close() {
        library.close();
    }

    private float[] drawn(Run run) throws NodeException {
        NodeOutputs outputs = new Sample().execute(inputs, run);
        return new NodeInputs(outputs.values(), new ParameterValues(Map.of()))
                .value("latent", Latent.class)
                .values();
    }

    /// The step that is under way at the request may just be finishing; none begins after it.
    @RepeatedTest(8)
    void no_step_begins_after_the_request() throws InterruptedException {
        int step = random.nextInt(STEPS - 1);
        // Anywhere within the step that follows, as long as that took in the undisturbed run.
        long later = (long) (random.nextDouble() * undisturbed.nanosecondsPerStep());
        Run run = new Run();
        AtomicInteger doneAtRequest = new AtomicInteger();
        Thread canceller = Thread.ofPlatform().start(() -> {
            run.awaitStep(step);
            long moment = System.nanoTime() + later;
            while (System.nanoTime() < moment) {
                Thread.onSpinWait();
            }
            run.request();
            doneAtRequest.set(run.done());
        });
        assertThatThrownBy(() -> drawn(run)).isInstanceOf(CancellationException.class);
        canceller.join();
        assertThat(run.done()).isBetween(doneAtRequest.get(), doneAtRequest.get() + 1);
        assertThat(run.done()).isLessThan(STEPS);
    }

    @Test
    void one_that_was_cancelled_before_takes_no_step() {
        Run run = new Run();
        run.request();
        assertThatThrownBy(() -> drawn(run)).isInstanceOf(CancellationException.class);
        assertThat(run.done()).isZero();
    }

    @Test
    void the_models_draw_the_same_after_a_run_was_cancelled() throws NodeException {
        Run run = new Run();
        run.whenDone(3, run::request);
        assertThatThrownBy(() -> drawn(run)).isInstanceOf(CancellationException.class);
        assertThat(run.done()).isEqualTo(3);
        assertThat(drawn(new Run())).isEqualTo(expected);
    }

    @Test
    void models_that_are_freed_in_the_middle_of_a_run_are_opened_again() throws NodeException {
        Run run = new Run();
        run.whenDone(5, library::free);
        assertThat(drawn(run)).isEqualTo(expected);
    }

    /// A node's surroundings that note its steps, and can be cancelled.
    private static final class Run implements NodeContext, Cancellation {
        private final List<Long> times = new ArrayList<>();
        private final List<Runnable> actions = new ArrayList<>();
        private int actingStep = -1;
        private Runnable atStep = () -> {};
        private int done = -1;
        private boolean requested;

        synchronized int done() {
            return done;
        }

        synchronized long nanosecondsPerStep() {
            return (times.getLast() - times.getFirst()) / (times.size() - 1);
        }

        synchronized void whenDone(int step, Runnable action) {
            actingStep = step;
            atStep = action;
        }

        synchronized void awaitStep(int step) {
            while (done < step) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        void request() {
            List<Runnable> told;
            synchronized (this) {
                requested = true;
                told = List.copyOf(actions);
            }
            told.forEach(Runnable::run);
        }

        @Override
        public synchronized boolean requested() {
            return requested;
        }

        @Override
        public void throwIfRequested() {
            if (requested()) {
                throw new CancellationException("The run was cancelled.");
            }
        }

        @Override
        public Handle onRequest(Runnable action) {
            synchronized (this) {
                actions.add(action);
                if (!requested) {
                    return () -> {};
                }
            }
            action.run();
            return () -> {};
        }

        @Override
        public void progress(int step, int steps) {
            Runnable action;
            synchronized (this) {
                times.add(System.nanoTime());
                done = step;
                notifyAll();
                action = step == actingStep ? atStep : () -> {};
            }
            action.run();
        }

        @Override
        public Cancellation cancellation() {
            return this;
        }

        @Override
        public String node() {
            return "sampler";
        }

        @Override
        public NodeGraph graph() {
            throw new AssertionError("the node is alone");
        }

        @Override
        public void saved(Path file) {}

        @Override
        public Path outputFolder() {
            return Path.of("");
        }

        @Override
        public String workflow() {
            return "";
        }

        @Override
        public Map<String, ParameterValues> upstream() {
            return Map.of();
        }
    }
}
