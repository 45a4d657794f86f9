package dev.weft.nodes.stylealigned;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule;
import dev.weft.graph.types.TypeRule.Mismatch;
import dev.weft.graph.types.TypeRule.Query;
import dev.weft.graph.types.TypeRule.Typing;
import dev.weft.models.style.Style;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import java.util.List;
import java.util.Map;

/// `stylealigned:blend_styles`: the references of two styles as one style.
final class BlendStyles implements NodeType {
    private static final double LARGEST_WEIGHT = 100;

    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "stylealigned:blend_styles",
                    1,
                    "Blend Styles",
                    "style",
                    "Joins two styles, so that pictures take their style from the references of both.")
            .with(InputPort.required("first", PortKind.STYLE, "One style."))
            .with(InputPort.required("second", PortKind.STYLE, "Another style of the same model, size and steps."))
            .with(new OutputPort("style", PortKind.STYLE, "Both styles."))
            .with(new Parameter.Decimal(
                    "first_weight", 1, 0, LARGEST_WEIGHT, "How much the first style counts; 0 leaves it out."))
            .with(new Parameter.Decimal(
                    "second_weight", 1, 0, LARGEST_WEIGHT, "How much the second style counts; 0 leaves it out."))
            .with((TypeRule) BlendStyles::infer);

    private static Typing infer(Query query) {
        if (query.parameters().decimal("first_weight") > 0 || query.parameters().decimal("second_weight") > 0) {
            return Typing.of(Map.of());
        }
        return new Typing(
                Map.of(),
                List.of(new Mismatch(
                        "first_weight",
                        "it is 0 and so is second_weight, which leaves no style",
                        "make one of them larger than 0")));
    }

    @Override
    public NodeSignature signature() {
        return SIGNATURE;
    }

    @Override
    public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
        Style first = inputs.value("first", Style.class);
        Style second = inputs.value("second", Style.class);
        try {
            Style both = first.blend(
                    inputs.parameters().decimal("first_weight"),
                    second,
                    inputs.parameters().decimal("second_weight"));
            return NodeOutputs.of("style", both, both.byteSize());
        } catch (IllegalArgumentException e) {
            // A style says in a sentence why another does not go with it.
            throw NodeException.of("second", e);
        }
    }
}
