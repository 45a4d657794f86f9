package dev.weft.editor.run;

import dev.weft.graph.Workflow;
import java.util.UUID;

/// What the editor itself has put into the queue.
///
/// @param document where it came from
/// @param workflow what the document was at that moment
/// @param partly whether only some of its nodes are run for
record Submitted(UUID document, Workflow workflow, boolean partly) {}
