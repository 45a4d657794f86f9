package dev.weft.cli;

import dev.weft.graph.NodeTypeId;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.TypeRule;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeRegistrar;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.api.Plugin;
import java.util.List;

/// A plugin of one node, which tests pack into jars.
public final class DroppedPlugin implements Plugin {
    @Override
    public void register(NodeRegistrar registrar) {
        registrar.add(new Nothing());
    }

    /// Does nothing.
    static final class Nothing implements NodeType {
        @Override
        public NodeSignature signature() {
            return new NodeSignature(
                    new NodeTypeId("dropped", "nothing"),
                    1,
                    "Nothing",
                    "tests",
                    "Does nothing.",
                    List.of(),
                    List.of(),
                    List.of(),
                    true,
                    TypeRule.NONE);
        }

        @Override
        public NodeOutputs execute(NodeInputs inputs, NodeContext context) {
            return NodeOutputs.NONE;
        }
    }
}
