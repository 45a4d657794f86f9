package dev.weft.nodes.core;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule.Mismatch;
import dev.weft.graph.types.TypeRule.Query;
import dev.weft.graph.types.TypeRule.Typing;
import dev.weft.models.backend.ModelException;
import dev.weft.models.control.Control;
import dev.weft.models.control.ControlNet;
import dev.weft.models.image.ImageBatch;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.core.sampling.ControlledConditioning;
import java.util.List;
import java.util.Map;

/// `core:apply_controlnet`: prompts, and a picture whose lines the drawn pictures follow.
///
/// Several of these nodes in a row add up. Steering begins and ends with whole steps, as in diffusers; applied to the
/// positive prompt alone a ControlNet steers both halves of the guidance, as in ComfyUI.
final class ApplyControlNet implements NodeType {
    private static final double LARGEST_STRENGTH = 10;

    private static final NodeSignature SIGNATURE = NodeSignature.of(
                    "core:apply_controlnet",
                    1,
                    "Apply ControlNet",
                    "conditioning",
                    "Lets the pictures that are drawn from a prompt also follow the lines of a picture.")
            .with(InputPort.required(
                    "conditioning",
                    PortKind.CONDITIONING,
                    "The prompts. Applied to the positive ones, the ControlNet steers the negative half too, unless the"
                            + " negative ones have a ControlNet of their own."))
            .with(InputPort.required("controlnet", PortKind.CONTROLNET, "The network that steers."))
            .with(InputPort.required(
                    "image",
                    PortKind.IMAGE,
                    "What it follows, edges for instance: one picture for all, or one for each. Another size is"
                            + " cut and resized. The reference of a shared style is left alone."))
            .with(new OutputPort("conditioning", PortKind.CONDITIONING, "The prompts with the ControlNet."))
            .with(new Parameter.Decimal(
                    "strength", 1, 0, LARGEST_STRENGTH, "How strongly it steers: 0 not at all, 1 as it was trained."))
            .with(new Parameter.Decimal("start", 0, 0, 1, "Share of the steps before which it is off."))
            .with(new Parameter.Decimal("end", 1, 0, 1, "Share of the steps after which it is off."))
            .with(ApplyControlNet::infer);

    private static Typing infer(Query query) {
        ParameterValues values = query.parameters();
        List<Mismatch> mismatches = values.decimal("start") > values.decimal("end")
                ? List.of(new Mismatch(
                        "start",
                        "it is " + values.decimal("start") + ", which is after end, " + values.decimal("end"),
                        "make start the smaller one"))
                : List.of();
        return new Typing(Map.of("conditioning", query.extent("conditioning")), mismatches);
    }

    @Override
    public NodeSignature signature() {
        return SIGNATURE;
    }

    @Override
    public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
        ControlledConditioning prompts = inputs.value("conditioning", ControlledConditioning.class);
        ControlNet net = inputs.value("controlnet", ControlNet.class);
        try {
            // Said here, before steps are taken in vain.
            net.requireFitting(prompts.text());
        } catch (ModelException e) {
            throw NodeException.of("controlnet", e);
        }
        Control control = new Control(
                net,
                inputs.value("image", ImageBatch.class),
                inputs.parameters().decimal("strength"),
                inputs.parameters().decimal("start"),
                inputs.parameters().decimal("end"));
        ControlledConditioning output = prompts.with(control);
        return NodeOutputs.of("conditioning", output, output.byteSize());
    }
}
