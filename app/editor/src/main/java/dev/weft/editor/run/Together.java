package dev.weft.editor.run;

import dev.weft.editor.run.NodeRun.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Several nodes that are drawn as one.
final class Together {
    private Together() {}

    static NodeRun of(List<CourseNode> nodes, long now) {
        Optional<CourseNode> failed = with(nodes, State.FAILED);
        Optional<CourseNode> running = with(nodes, State.RUNNING);
        int over = (int) nodes.stream().filter(CourseNode::over).count();
        State state = failed.isPresent()
                ? State.FAILED
                : running.isPresent() || (over > 0 && over < nodes.size())
                        ? State.RUNNING
                        : over == 0 ? State.WAITING : ended(nodes);
        Optional<Duration> took =
                nodes.stream().flatMap(node -> node.took.stream()).reduce(Duration::plus);
        List<Preview> previews =
                nodes.stream().flatMap(node -> node.previews.stream()).toList();
        return new NodeRun(
                state,
                running.map(node -> node.step).orElse(0),
                running.map(node -> node.steps).orElse(0),
                state == State.DONE ? took : Optional.empty(),
                running.filter(node -> node.steps > 0).flatMap(node -> node.left(now)),
                previews,
                failed.or(() -> with(nodes, State.NOT_RUN))
                        .map(node -> node.message)
                        .orElse(""),
                Optional.empty());
    }

    private static State ended(List<CourseNode> nodes) {
        if (with(nodes, State.NOT_RUN).isPresent()) {
            return State.NOT_RUN;
        }
        return with(nodes, State.DONE).isPresent() ? State.DONE : State.CACHED;
    }

    private static Optional<CourseNode> with(List<CourseNode> nodes, State state) {
        return nodes.stream().filter(node -> node.state == state).findFirst();
    }
}
