package dev.weft.editor.problems;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.check.CheckResult;
import dev.weft.editor.check.DocumentCatalog;
import dev.weft.editor.check.GraphCheck;
import dev.weft.editor.document.Document;
import dev.weft.editor.problems.ProblemRow.Severity;
import dev.weft.editor.run.NodeRun;
import dev.weft.editor.run.RunStates;
import dev.weft.editor.text.Texts;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.Node;
import dev.weft.graph.validation.NodeProblem;
import dev.weft.graph.validation.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/// The problems of the document that is shown, the gravest first: what the check found, and what failed in the
/// last
/// run.
@Singleton
final class ProblemList {
    private static final Texts TEXTS = Texts.of(ProblemList.class);

    private final GraphCheck check;
    private final RunStates runs;
    private final DocumentCatalog catalog;
    private final Remedies remedies;
    private final Sentences sentences;
    private final ObservableList<ProblemRow> rows = FXCollections.observableArrayList();
    private Optional<Document> document = Optional.empty();
    private Subscription watch = Subscription.EMPTY;
    private boolean due;

    @Inject
    ProblemList(
            Workspace workspace,
            GraphCheck check,
            RunStates runs,
            DocumentCatalog catalog,
            Remedies remedies,
            Sentences sentences) {
        this.check = check;
        this.runs = runs;
        this.catalog = catalog;
        this.remedies = remedies;
        this.sentences = sentences;
        workspace.activeProperty().subscribe(this::show);
    }

    ObservableList<ProblemRow> rows() {
        return rows;
    }

    long count(Severity severity) {
        return rows.stream().filter(row -> row.severity() == severity).count();
    }

    /// What people call a node.
    String title(String id) {
        return document.map(shown -> {
                    Optional<Node> node = shown.workflow().node(id);
                    return node.map(Node::title)
                            .filter(title -> !title.isEmpty())
                            .or(() -> node.flatMap(each -> catalog.of(shown).find(each.type()))
                                    .map(type -> type.title()))
                            .orElse(id);
                })
                .orElse(id);
    }

    private void show(Optional<Document> active) {
        watch.unsubscribe();
        watch = Subscription.EMPTY;
        document = active;
        active.ifPresent(next -> {
            MapChangeListener<String, NodeRun> ran = _ -> fillSoon();
            runs.of(next).addListener(ran);
            watch = Subscription.combine(
                    check.of(next).subscribe(_ -> fillSoon()),
                    () -> runs.of(next).removeListener(ran));
        });
        fillSoon();
    }

    private void fillSoon() {
        if (!due) {
            due = true;
            Platform.runLater(() -> {
                due = false;
                fill();
            });
        }
    }

    private void fill() {
        List<ProblemRow> filled = new ArrayList<>();
        document.ifPresent(shown -> {
            CheckResult found = check.of(shown).get();
            for (int i = 0; i < found.problems().size(); i++) {
                filled.add(row(
                        shown, found, found.problems().get(i), found.sentences().get(i)));
            }
            Map<String, NodeRun> states = new TreeMap<>(runs.of(shown));
            states.forEach((node, run) -> {
                if (run.state() == NodeRun.State.FAILED && found.sentences(node).isEmpty()) {
                    filled.add(new ProblemRow(
                            Severity.ERROR, run.message(), Optional.of(node), title(node), Optional.empty()));
                }
            });
            notRun(states).ifPresent(filled::add);
        });
        filled.sort(Comparator.comparing(ProblemRow::severity));
        rows.setAll(filled);
    }

    private ProblemRow row(Document shown, CheckResult found, Problem problem, String sentence) {
        boolean missing = problem instanceof NodeProblem.UnknownType;
        String title = problem.node().map(this::title).orElse("");
        return new ProblemRow(
                missing ? Severity.WARNING : Severity.ERROR,
                sentences.of(problem, title, sentence),
                problem.node(),
                title,
                remedies.of(shown, found, problem));
    }

    /// One row for all that did not run because another failed.
    private Optional<ProblemRow> notRun(Map<String, NodeRun> states) {
        List<String> nodes = states.entrySet().stream()
                .filter(each -> each.getValue().state() == NodeRun.State.NOT_RUN)
                .map(Map.Entry::getKey)
                .toList();
        Optional<String> failed = states.entrySet().stream()
                .filter(each -> each.getValue().state() == NodeRun.State.FAILED)
                .map(Map.Entry::getKey)
                .findFirst();
        if (nodes.isEmpty() || failed.isEmpty()) {
            return Optional.empty();
        }
        String cause = title(failed.get());
        return Optional.of(new ProblemRow(
                Severity.NOTE,
                nodes.size() == 1
                        ? TEXTS.get("one_not_run", cause)
                        : TEXTS.get("not_run", Integer.toString(nodes.size()), cause),
                nodes.stream().findFirst(),
                nodes.stream().map(this::title).distinct().collect(Collectors.joining(", ")),
                Optional.empty()));
    }
}
