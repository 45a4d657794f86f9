package dev.weft.editor.run;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.document.Document;
import dev.weft.editor.run.NodeRun.State;
import dev.weft.editor.text.Texts;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.Workflow;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.collections.ObservableMap;

/// Writes what is heard of runs where whoever shows it looks. Everything here happens in the JavaFX thread.
@Singleton
final class RunBoard {
    private static final Texts TEXTS = Texts.of(RunBoard.class);

    private final RunState state;
    private final RunStates nodes;
    private final Workspace workspace;
    private final Map<UUID, Workflow> ran = new HashMap<>();
    private final Set<Long> awaited = new HashSet<>();
    private Instant clearedAt = Instant.MIN;
    private List<FinishedRun> finished = List.of();

    @Inject
    RunBoard(RunState state, RunStates nodes, Workspace workspace) {
        this.state = state;
        this.nodes = nodes;
        this.workspace = workspace;
    }

    /// What people call a document.
    String title(Document document) {
        String own = document.workflow().title();
        return own.isBlank()
                ? document.fileProperty()
                        .get()
                        .map(file -> String.valueOf(file.getFileName()).replaceFirst("\\.weft\\.json$", ""))
                        .orElseGet(() -> TEXTS.get("untitled"))
                : own;
    }

    /// What the document was when it was last run.
    Optional<Workflow> ran(Document document) {
        return Optional.ofNullable(ran.get(document.id()));
    }

    void news(RunFollower.News news) {
        news.document().flatMap(known -> document(known.document())).ifPresent(document -> {
            ObservableMap<String, NodeRun> known = nodes.of(document);
            Submitted origin = news.document().orElseThrow();
            if (news.begun()) {
                ran.put(document.id(), origin.workflow());
                if (!origin.partly()) {
                    known.keySet().removeIf(id -> !takesPart(id, news.taking()));
                }
            }
            known.putAll(news.nodes());
        });
        awaited.add(news.now().number());
        state.setCurrent(Optional.of(news.now()));
        state.setTrouble("");
    }

    void over(long run) {
        if (state.currentProperty().get().filter(now -> now.number() == run).isPresent()) {
            state.setCurrent(Optional.empty());
        }
    }

    void look(QueueLook look) {
        state.writableWaiting().setAll(look.waiting());
        state.setPaused(look.paused());
        state.setTrouble("");
        finished = look.finished();
        showFinished();
        for (FinishedRun run : finished) {
            if (awaited.remove(run.number())) {
                state.setLast(run);
                break;
            }
        }
    }

    /// Shows none of the runs that are over by now. They stay in the history.
    void clearFinished() {
        clearedAt = finished.stream()
                .map(FinishedRun::ended)
                .max(Instant::compareTo)
                .orElse(clearedAt);
        showFinished();
    }

    void trouble(String sentence) {
        state.setTrouble(sentence);
    }

    /// Marks nodes as not run, because they or what they take values from was changed. Their pictures stay.
    void stale(Document document, Set<String> ids) {
        ObservableMap<String, NodeRun> known = nodes.of(document);
        for (String id : List.copyOf(known.keySet())) {
            NodeRun run = known.get(id);
            boolean concerned = ids.contains(id.substring(0, id.indexOf('/') < 0 ? id.length() : id.indexOf('/')));
            if (concerned && run != null && over(run.state())) {
                known.put(id, NodeRun.outdated(run.previews()));
            }
        }
    }

    private static boolean over(State state) {
        return switch (state) {
            case DONE, CACHED, FAILED, NOT_RUN -> true;
            case IDLE, WAITING, RUNNING -> false;
        };
    }

    void forget(Document document) {
        nodes.forget(document);
        ran.remove(document.id());
    }

    private void showFinished() {
        List<FinishedRun> shown =
                finished.stream().filter(run -> run.ended().isAfter(clearedAt)).toList();
        if (!shown.equals(state.finished())) {
            state.writableFinished().setAll(shown);
        }
    }

    private Optional<Document> document(UUID id) {
        return workspace.documents().stream()
                .filter(document -> document.id().equals(id))
                .findFirst();
    }

    private static boolean takesPart(String id, Set<String> taking) {
        return taking.contains(id) || taking.stream().anyMatch(other -> other.startsWith(id + "/"));
    }
}
