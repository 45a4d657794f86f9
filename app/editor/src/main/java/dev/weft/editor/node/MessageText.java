package dev.weft.editor.node;

import dev.weft.editor.run.NodeRun;
import dev.weft.editor.text.Texts;
import java.util.Optional;

/// The message that a node shows below its ports.
final class MessageText {
    private static final Texts TEXTS = Texts.of(MessageText.class);

    private MessageText() {}

    /// Why the node cannot work, or did not.
    static Optional<String> of(NodeModel model) {
        if (model.signature().isEmpty()) {
            return Optional.of(TEXTS.get("missing", model.node().type().namespace()));
        }
        return model.run().state() == NodeRun.State.FAILED
                        && !model.run().message().isEmpty()
                ? Optional.of(model.run().message())
                : Optional.empty();
    }
}
