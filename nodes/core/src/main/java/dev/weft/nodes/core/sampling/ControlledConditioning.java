package dev.weft.nodes.core.sampling;

import dev.weft.models.control.Control;
import dev.weft.models.text.Conditioning;
import java.util.ArrayList;
import java.util.List;

/// What flows through a conditioning port: encoded prompts, and the ControlNets that steer along with them.
///
/// @param text the encoded prompts, one row each
/// @param controls ControlNets, in the order in which they were applied; what they give is added up
public record ControlledConditioning(Conditioning text, List<Control> controls) {
    /// Takes a copy of `controls`.
    public ControlledConditioning {
        controls = List.copyOf(controls);
    }

    /// Prompts that nothing else steers along with.
    public static ControlledConditioning of(Conditioning text) {
        return new ControlledConditioning(text, List.of());
    }

    /// The same prompts, steered by one more ControlNet.
    public ControlledConditioning with(Control control) {
        List<Control> more = new ArrayList<>(controls);
        more.add(control);
        return new ControlledConditioning(text, more);
    }

    /// The same controls with other prompts.
    public ControlledConditioning with(Conditioning otherText) {
        return new ControlledConditioning(otherText, controls);
    }

    /// Memory that the prompts take; the controls' pictures belong to the nodes that made them.
    public long byteSize() {
        return (long) Float.BYTES * text.hiddenStates().length;
    }
}
