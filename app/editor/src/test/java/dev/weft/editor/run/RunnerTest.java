package dev.weft.editor.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.EditorFixture;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.document.Document;
import dev.weft.editor.document.Item;
import dev.weft.editor.run.FinishedRun.Ending;
import dev.weft.editor.run.NodeRun.State;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.Node;
import dev.weft.graph.SeedChange;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonNumber;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Runs the first example with the starter model, as the run button does it.
@ExtendWith(ApplicationExtension.class)
final class RunnerTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private EditorFixture editor;

    @SuppressWarnings("NullAway.Init")
    private RunState state;

    @SuppressWarnings("NullAway.Init")
    private RunStates states;

    @SuppressWarnings("NullAway.Init")
    private Document document;

    @BeforeEach
    void open() {
        editor = EditorFixture.in(folder);
        state = editor.get(RunState.class);
        states = editor.get(RunStates.class);
        show(Examples.styleAligned(2));
    }

    @AfterEach
    void close() {
        editor.close();
    }

    @Test
    void a_run_shows_what_becomes_of_each_node_and_ends_with_pictures() throws TimeoutException {
        Set<State> seen = new HashSet<>();
        Set<Class<?>> previews = new HashSet<>();
        inFx(() -> {
            nodes().addListener((MapChangeListener<String, NodeRun>) change -> {
                if (change.getKey().equals("sampler") && change.wasAdded()) {
                    seen.add(change.getValueAdded().state());
                    change.getValueAdded().previews().forEach(preview -> previews.add(preview.getClass()));
                }
            });
            return perform(Action.RUN);
        });
        awaitFinished(1);

        FinishedRun run = state.finished().getFirst();
        assertThat(run.message()).isEmpty();
        assertThat(run.ending()).isEqualTo(Ending.DONE);
        assertThat(run.pictures())
                .hasSize(4)
                .allSatisfy(picture -> assertThat(picture).exists());
        assertThat(run.document()).contains(document.id());
        assertThat(seen).contains(State.WAITING, State.RUNNING, State.DONE);
        assertThat(nodes())
                .containsOnlyKeys(
                        document.workflow().nodes().stream().map(Node::id).toList());
        assertThat(nodes().values()).allSatisfy(node -> {
            assertThat(node.state()).isEqualTo(State.DONE);
            assertThat(node.took()).isPresent();
        });
        assertThat(node("save").previews()).hasSize(4);
        assertThat(node("sampler").previews()).isEmpty();
        assertThat(state.lastProperty().get()).contains(run);
    }

    @Test
    void what_was_run_before_is_known_and_a_change_marks_what_depends_on_it() throws TimeoutException {
        inFx(() -> perform(Action.RUN));
        awaitFinished(1);
        inFx(() -> perform(Action.RUN));
        awaitFinished(2);

        assertThat(nodes().values()).extracting(NodeRun::state).containsOnly(State.CACHED);
        assertThat(node("save").previews()).hasSize(4);

        inFx(() -> {
            document.noteWhole(workflow -> workflow.withParameter("sampler", "seed", JsonNumber.of(3)));
            return true;
        });
        await(() -> node("save").state() == State.IDLE);
        assertThat(node("sampler").state()).isEqualTo(State.IDLE);
        assertThat(node("prompts").state()).isEqualTo(State.CACHED);
        assertThat(node("save").previews()).hasSize(4);
    }

    @Test
    void several_runs_wait_in_line_and_each_has_the_next_seed() throws TimeoutException {
        inFx(() -> {
            Node sampler = document.workflow().node("sampler").orElseThrow();
            document.noteWhole(
                    workflow -> workflow.withNode(sampler.withSeedChanges(Map.of("seed", SeedChange.INCREMENT))));
            editor.get(Runner.class).pause();
            state.countProperty().set(3);
            return perform(Action.RUN);
        });
        await(() -> state.waiting().size() == 3);

        assertThat(state.waiting())
                .extracting(run -> run.gist().seed())
                .extracting(Optional::orElseThrow)
                .containsExactly("21", "22", "23");
        assertThat(document.workflow()
                        .node("sampler")
                        .orElseThrow()
                        .parameters()
                        .get("seed"))
                .hasToString("24");
        assertThat(state.open().get()).isEqualTo(3);

        long last = state.waiting().getLast().number();
        inFx(() -> {
            editor.get(Runner.class).moveBefore(last, state.waiting().getFirst().number());
            return true;
        });
        await(() -> state.waiting().getFirst().number() == last);
        inFx(() -> perform(Action.CLEAR_QUEUE));
        await(() -> state.waiting().isEmpty());
    }

    @Test
    void a_run_is_cancelled_within_a_step_and_says_what_did_not_run() throws TimeoutException {
        show(Examples.styleAligned(200));
        inFx(() -> perform(Action.RUN));
        await(() -> node("sampler").step() >= 1);
        inFx(() -> perform(Action.CANCEL));
        awaitFinished(1);

        assertThat(state.finished().getFirst().ending()).isEqualTo(Ending.CANCELLED);
        assertThat(node("sampler").state()).isEqualTo(State.NOT_RUN);
        assertThat(node("save").state()).isEqualTo(State.NOT_RUN);
        assertThat(state.running().get()).isFalse();
    }

    @Test
    void a_graph_is_run_only_as_far_as_the_selected_node() throws TimeoutException {
        inFx(() -> {
            document.selection().select(List.of(new Item.OfNode("prompts")));
            return perform(Action.RUN_TO_HERE);
        });
        awaitFinished(1);

        assertThat(state.finished().getFirst().ending()).isEqualTo(Ending.DONE);
        assertThat(nodes()).containsOnlyKeys("model", "prompts");
    }

    @Test
    void what_cannot_run_says_why() throws TimeoutException {
        show(Examples.styleAligned(2).withParameter("latent", "batch_size", JsonNumber.of(3)));
        inFx(() -> perform(Action.RUN));
        awaitFinished(1);

        assertThat(state.finished().getFirst().ending()).isEqualTo(Ending.FAILED);
        assertThat(state.finished().getFirst().message()).contains("4").contains("3");
    }

    @Test
    void a_quick_graph_runs_by_itself_after_a_change() throws TimeoutException {
        inFx(() -> perform(Action.AUTO_RUN));
        awaitFinished(1);
        inFx(() -> {
            document.noteWhole(workflow -> workflow.withParameter("sampler", "seed", JsonNumber.of(4)));
            return true;
        });
        awaitFinished(2);

        assertThat(state.finished()).extracting(FinishedRun::ending).containsOnly(Ending.DONE);
    }

    @Test
    void runs_that_wait_are_there_when_the_editor_is_opened_again() throws TimeoutException {
        inFx(() -> {
            editor.get(Runner.class).pause();
            return perform(Action.RUN);
        });
        await(() -> state.waiting().size() == 1);
        editor.close();
        editor = EditorFixture.in(folder);
        state = editor.get(RunState.class);
        await(() -> state.waiting().size() == 1);
        assertThat(state.pausedProperty().get()).isTrue();

        inFx(() -> perform(Action.PAUSE_QUEUE));
        awaitFinished(1);
        assertThat(state.finished().getFirst().ending()).isEqualTo(Ending.DONE);
    }

    private void show(Workflow workflow) {
        inFx(() -> {
            document = Examples.document(workflow);
            editor.get(Workspace.class).open(document);
            return true;
        });
    }

    private ObservableMap<String, NodeRun> nodes() {
        return states.of(document);
    }

    private NodeRun node(String id) {
        return nodes().getOrDefault(id, NodeRun.IDLE);
    }

    private boolean perform(Action action) {
        return editor.get(Actions.class).perform(action);
    }

    private void awaitFinished(int count) throws TimeoutException {
        await(() -> state.finished().size() == count && !state.running().get());
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> inFx(condition));
    }

    private static <T> T inFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    }
}
