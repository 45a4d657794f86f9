package dev.weft.cli.log;

import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.ExecutionEvent.ExecutionFinished;
import dev.weft.nodes.api.ExecutionEvent.ExecutionStarted;
import dev.weft.nodes.api.ExecutionEvent.FileSaved;
import dev.weft.nodes.api.ExecutionEvent.NodeBlocked;
import dev.weft.nodes.api.ExecutionEvent.NodeCached;
import dev.weft.nodes.api.ExecutionEvent.NodeExpanded;
import dev.weft.nodes.api.ExecutionEvent.NodeFailed;
import dev.weft.nodes.api.ExecutionEvent.NodeFinished;
import dev.weft.nodes.api.ExecutionEvent.NodePreview;
import dev.weft.nodes.api.ExecutionEvent.NodeProgress;
import dev.weft.nodes.api.ExecutionEvent.NodeSkipped;
import dev.weft.nodes.api.ExecutionEvent.NodeStarted;
import dev.weft.runtime.observation.ExecutionWork;
import dev.weft.runtime.observation.NodeWork;
import dev.weft.runtime.observation.WorkObserver;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs what executions do, for the log that programs read. People are told in other ways.
public final class ExecutionLog implements WorkObserver {
    /// What is logged under this name goes to the log for programs only.
    static final String LOGGER = "dev.weft.executions";

    private final Logger log = LoggerFactory.getLogger(LOGGER);

    @Override
    public void happened(String execution, ExecutionEvent event) {
        switch (event) {
            case ExecutionStarted(int nodes) ->
                log.atInfo().addKeyValue("nodes", (long) nodes).log("execution started");
            case NodeStarted(String node) ->
                log.atDebug().addKeyValue("node", node).log("node started");
            case NodeCached(String node) ->
                log.atInfo().addKeyValue("node", node).log("node known from before");
            case FileSaved saved ->
                log.atInfo()
                        .addKeyValue("node", saved.node())
                        .addKeyValue("path", saved.file().toString())
                        .log("file saved");
            case NodeExpanded expanded ->
                log.atDebug().addKeyValue("node", expanded.node()).log("node expanded");
            case NodeFinished finished ->
                log.atInfo()
                        .addKeyValue("node", finished.node())
                        .addKeyValue("milliseconds", finished.duration().toMillis())
                        .log("node finished");
            case NodeFailed failed ->
                log.atError()
                        .addKeyValue("node", failed.node())
                        .addKeyValue("port", failed.port().orElse(""))
                        .addKeyValue("reason", failed.message())
                        .log("node failed");
            case NodeSkipped(String node, String because) ->
                log.atWarn()
                        .addKeyValue("node", node)
                        .addKeyValue("because", because)
                        .log("node skipped");
            case NodeBlocked blocked ->
                log.atInfo()
                        .addKeyValue("node", blocked.node())
                        .addKeyValue("reason", blocked.message().orElse(""))
                        .log("node blocked");
            case ExecutionFinished finished ->
                log.atInfo()
                        .addKeyValue("outcome", finished.outcome().name().toLowerCase(Locale.ROOT))
                        .addKeyValue("milliseconds", finished.duration().toMillis())
                        .log("execution finished");
            case NodeProgress _, NodePreview _ -> {}
        }
    }

    @Override
    public void ran(NodeWork work) {}

    @Override
    public void executed(ExecutionWork work) {}
}
