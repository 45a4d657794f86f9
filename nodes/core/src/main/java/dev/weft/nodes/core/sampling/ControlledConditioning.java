package dev.weft.nodes.core.sampling;

import dev.weft.models.control.Control;
import dev.weft.models.text.Conditioning;
import dev.weft.nodes.api.record.Kind;
import java.util.ArrayList;
import java.util.List;

/// What flows through a conditioning port: encoded prompts, and the ControlNets that steer along with them.
///
/// @param text the encoded prompts, one row each
/// @param controls ControlNets, in the order in which they were applied; what they give is added up
/// @param prompts what was encoded, as it was written, one for each row; empty where that is not known
@Kind("conditioning")
public record ControlledConditioning(Conditioning text, List<Control> controls, List<String> prompts) {
    /// Takes copies of the lists.
    ///
    /// @throws IllegalArgumentException if there are prompts, but not one for each row
    public ControlledConditioning {
        controls = List.copyOf(controls);
        prompts = List.copyOf(prompts);
        if (!prompts.isEmpty() && prompts.size() != text.rows()) {
            throw new IllegalArgumentException(
                    "There are " + prompts.size() + " prompts for " + text.rows() + " encoded ones.");
        }
    }

    /// Prompts that nothing else steers along with.
    public static ControlledConditioning of(Conditioning text) {
        return of(text, List.of());
    }

    /// Prompts that nothing else steers along with, and how they were written.
    public static ControlledConditioning of(Conditioning text, List<String> prompts) {
        return new ControlledConditioning(text, List.of(), prompts);
    }

    /// The same prompts, steered by one more ControlNet.
    public ControlledConditioning with(Control control) {
        List<Control> more = new ArrayList<>(controls);
        more.add(control);
        return new ControlledConditioning(text, more, prompts);
    }

    /// The same controls with other prompts.
    public ControlledConditioning with(Conditioning otherText) {
        return new ControlledConditioning(otherText, controls, List.of());
    }

    /// Memory that the prompts take; the controls' pictures belong to the nodes that made them.
    public long byteSize() {
        return (long) Float.BYTES * text.hiddenStates().length;
    }
}
