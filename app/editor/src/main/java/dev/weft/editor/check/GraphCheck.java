package dev.weft.editor.check;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.document.Document;
import dev.weft.graph.Link;
import dev.weft.graph.Workflow;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.PortType;
import dev.weft.graph.validation.Problem;
import dev.weft.graph.validation.Validation;
import dev.weft.graph.validation.Validator;
import dev.weft.runtime.WeftRuntime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// Checks every open document again whenever it has changed, in a thread of its own. Of changes that follow one
/// another
/// quickly only the last is checked.
@Singleton
public final class GraphCheck {
    private final WeftRuntime runtime;
    private final Map<UUID, Watched> documents = new HashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("weft-check").factory());

    @Inject
    GraphCheck(WeftRuntime runtime) {
        this.runtime = runtime;
    }

    /// What the last check of a document found; [CheckResult#NONE] before the first has ended. Changes in the
    /// JavaFX
    /// thread.
    public ReadOnlyObjectProperty<CheckResult> of(Document document) {
        return documents
                .computeIfAbsent(document.id(), _ -> new Watched(document))
                .result
                .getReadOnlyProperty();
    }

    /// Checks every document again, as is needed when there are other node types than before.
    public void again() {
        documents.values().forEach(Watched::check);
    }

    /// Forgets a document that was closed.
    public void forget(Document document) {
        Watched watched = documents.remove(document.id());
        if (watched != null) {
            watched.subscription.unsubscribe();
        }
    }

    private CheckResult check(Workflow workflow) {
        NodeCatalog catalog = runtime.nodeTypes();
        Validator validator = new Validator(catalog);
        List<Problem> problems =
                validator.validate(workflow) instanceof Validation.Invalid invalid ? invalid.problems() : List.of();
        Map<String, Map<String, PortType>> outputs = validator.outputs(workflow);
        Map<String, Map<String, String>> shapes = new LinkedHashMap<>();
        outputs.forEach((node, ports) -> ports.forEach((port, type) -> Shapes.of(type)
                .ifPresent(shape ->
                        shapes.computeIfAbsent(node, _ -> new LinkedHashMap<>()).put(port, shape))));
        for (Link link : workflow.links()) {
            PortType type = outputs.getOrDefault(link.from().node(), Map.of())
                    .get(link.from().port());
            // Beside the inputs of latents the same would stand as beside the output that they are linked to.
            if (type != null && !type.kind().equals(PortKind.LATENT)) {
                Shapes.of(type)
                        .ifPresent(shape -> shapes.computeIfAbsent(link.to().node(), _ -> new LinkedHashMap<>())
                                .put(link.to().port(), shape));
            }
        }
        return new CheckResult(
                workflow, problems, problems.stream().map(runtime::explain).toList(), shapes);
    }

    private final class Watched {
        private final Document document;
        private final ReadOnlyObjectWrapper<CheckResult> result = new ReadOnlyObjectWrapper<>(CheckResult.NONE);
        private final Subscription subscription;
        private boolean waiting;

        Watched(Document document) {
            this.document = document;
            this.subscription = document.workflowProperty().subscribe(this::check);
            check();
        }

        /// Called in the JavaFX thread, as is all here but the check itself.
        void check() {
            if (waiting) {
                return;
            }
            waiting = true;
            // Later in this thread, so that a burst of edits is one check.
            Platform.runLater(() -> {
                waiting = false;
                Workflow workflow = document.workflow();
                worker.execute(() -> {
                    CheckResult found = GraphCheck.this.check(workflow);
                    Platform.runLater(() -> show(found));
                });
            });
        }

        private void show(CheckResult found) {
            if (found.workflow().equals(document.workflow())) {
                result.set(found);
            }
        }
    }
}
