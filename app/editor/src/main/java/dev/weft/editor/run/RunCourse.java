package dev.weft.editor.run;

import dev.weft.editor.run.NodeRun.State;
import dev.weft.editor.text.Texts;
import dev.weft.graph.validation.Plan;
import dev.weft.graph.validation.PlannedNode;
import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;

/// What the events of one run say of the nodes of its document. Nodes that others have turned into are counted
/// with
/// those. Used by one thread at a time.
final class RunCourse {
    private static final Texts TEXTS = Texts.of(RunCourse.class);
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "bmp");

    private final Timings timings;
    private final LongSupplier clock;
    private final Map<String, CourseNode> nodes = new LinkedHashMap<>();
    private final Map<String, String> shownAs = new HashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private Optional<CourseNode> current = Optional.empty();
    private List<Preview> previews = List.of();
    private double fraction;
    private long begun;

    /// @param clock tells nanoseconds
    RunCourse(Timings timings, LongSupplier clock) {
        this.timings = timings;
        this.clock = clock;
    }

    void planned(Plan plan) {
        begun = clock.getAsLong();
        for (PlannedNode planned : plan.nodes()) {
            String own = planned.node().title();
            String type = planned.signature().id().toString();
            nodes.put(
                    planned.id(),
                    new CourseNode(
                            planned.id(), own.isBlank() ? planned.signature().title() : own, type, timings.node(type)));
            touch(planned.id());
        }
    }

    void event(ExecutionEvent event) {
        switch (event) {
            case ExecutionEvent.ExecutionStarted _ -> {}
            case ExecutionEvent.NodeStarted(String node) -> start(node);
            case ExecutionEvent.NodeProgress(String node, int step, int steps) ->
                own(node).ifPresent(known -> {
                    known.progress(step, steps, clock.getAsLong());
                    current = Optional.of(known);
                });
            case ExecutionEvent.NodePreview preview ->
                shown(preview.node()).ifPresent(known -> {
                    known.previews = new ArrayList<>(preview.pictures().stream()
                            .map(picture -> (Preview) new Preview.OfPixels(
                                    Pixels.opaque(picture.width(), picture.height(), picture.rgb())))
                            .toList());
                    previews = List.copyOf(known.previews);
                });
            case ExecutionEvent.FileSaved(String node, Path file) ->
                shown(node).filter(_ -> isPicture(file)).ifPresent(known -> {
                    known.dropUnfinished();
                    known.previews.add(new Preview.OfFile(file));
                    previews = List.copyOf(known.previews);
                });
            case ExecutionEvent.NodeExpanded expanded -> {
                expanded.nodes().forEach(added -> shownAs.put(added, expanded.shown()));
                shown(expanded.shown())
                        .ifPresent(known -> known.added += expanded.nodes().size());
            }
            case ExecutionEvent.NodeFinished(String node, Duration duration) -> finished(node, duration);
            case ExecutionEvent.NodeCached(String node) -> over(node, State.CACHED, "", Optional.empty());
            case ExecutionEvent.NodeFailed failed -> over(failed.node(), State.FAILED, failed.message(), failed.port());
            case ExecutionEvent.NodeSkipped(String node, String because) ->
                over(node, State.NOT_RUN, TEXTS.get("skipped", title(because)), Optional.empty());
            case ExecutionEvent.NodeBlocked(String node, Optional<String> message) ->
                over(node, State.NOT_RUN, message.orElse(""), Optional.empty());
            case ExecutionEvent.ExecutionFinished(Outcome outcome, Duration _) -> ended(outcome);
        }
    }

    /// What is new of the nodes since this was last asked: by their ids, those that stand for subgraphs among
    /// them.
    Map<String, NodeRun> news() {
        Map<String, NodeRun> news = new LinkedHashMap<>();
        long now = clock.getAsLong();
        for (String id : changed) {
            CourseNode node = nodes.get(id);
            news.put(id, node == null ? whole(id, now) : node.seen(now));
        }
        changed.clear();
        return news;
    }

    /// Ids of the nodes that take part.
    Set<String> nodes() {
        return Set.copyOf(nodes.keySet());
    }

    /// Whether a node has done work that goes in steps.
    boolean sampled() {
        return nodes.values().stream().anyMatch(node -> node.state == State.DONE && node.steps > 1);
    }

    /// How the whole run stands.
    CurrentRun summary(long number, String title, Optional<UUID> document, boolean cancelling) {
        long now = clock.getAsLong();
        Optional<Duration> left = Optional.of(Duration.ZERO);
        Duration known = Duration.ZERO;
        for (CourseNode node : nodes.values()) {
            Optional<Duration> rest = node.left(now);
            known = known.plus(rest.orElse(Duration.ZERO));
            left = left.flatMap(sum -> rest.map(sum::plus));
        }
        double gone = now - begun;
        fraction = current.isEmpty() ? fraction : known.isZero() ? share() : gone / Math.max(1, gone + known.toNanos());
        boolean working = current.isPresent() && current.get().state == State.RUNNING;
        return new CurrentRun(
                number,
                title,
                document,
                fraction,
                working ? current.get().title : "",
                working ? current.get().step : 0,
                working ? current.get().steps : 0,
                left.filter(duration -> !duration.isZero())
                        .or(() -> current.filter(_ -> working)
                                .filter(node -> node.steps > 0)
                                .flatMap(node -> node.left(now))),
                previews,
                cancelling);
    }

    /// How many of the nodes are over, where nothing is known of times.
    private double share() {
        long over = nodes.values().stream().filter(CourseNode::over).count();
        return nodes.isEmpty() ? 0 : (double) over / nodes.size();
    }

    private void start(String id) {
        shown(id).ifPresent(node -> {
            node.start(clock.getAsLong());
            current = Optional.of(node);
        });
    }

    private void finished(String id, Duration duration) {
        if (nodes.containsKey(id)) {
            own(id).ifPresent(node -> {
                node.took = Optional.of(duration);
                node.dropUnfinished();
                timings.node(node.type, duration);
            });
        }
        over(id, State.DONE, "", Optional.empty());
    }

    private void over(String id, State state, String message, Optional<String> port) {
        shown(id).ifPresent(node -> {
            if (!nodes.containsKey(id)) {
                node.addedOver++;
                if (state != State.FAILED) {
                    return;
                }
            }
            if (node.state == State.FAILED && state != State.FAILED) {
                return;
            }
            node.state = state;
            node.message = message;
            node.port = port;
            if (state != State.DONE) {
                node.dropUnfinished();
            }
        });
    }

    private void ended(Outcome outcome) {
        for (CourseNode node : nodes.values()) {
            if (!node.over()) {
                node.state = State.NOT_RUN;
                node.message = outcome == Outcome.CANCELLED ? TEXTS.get("cancelled") : "";
                node.dropUnfinished();
                touch(node.id);
            }
        }
        current = Optional.empty();
    }

    private Optional<CourseNode> own(String id) {
        touch(id);
        return Optional.ofNullable(nodes.get(id));
    }

    /// The node as part of which another is shown.
    private Optional<CourseNode> shown(String id) {
        return own(nodes.containsKey(id) ? id : shownAs.getOrDefault(id, id));
    }

    private String title(String id) {
        CourseNode node = nodes.get(shownAs.getOrDefault(id, id));
        return node == null ? id : node.title;
    }

    private void touch(String id) {
        if (!nodes.containsKey(id)) {
            return;
        }
        changed.add(id);
        for (int slash = id.lastIndexOf('/'); slash > 0; slash = id.lastIndexOf('/', slash - 1)) {
            changed.add(id.substring(0, slash));
        }
    }

    /// What the nodes inside a subgraph have done together.
    private NodeRun whole(String id, long now) {
        List<CourseNode> inside = nodes.values().stream()
                .filter(node -> node.id.startsWith(id + "/"))
                .toList();
        return Together.of(inside, now);
    }

    private static boolean isPicture(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return PICTURES.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
