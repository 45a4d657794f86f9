package dev.weft.models.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Lets a U-Net that was exported without them take the residuals of a ControlNet.
///
/// Each is added to a skip connection where that is joined to an up block, and the last one to the output of the mid
/// block. The down blocks go on with what they had, as in diffusers. Up blocks use skip connections from the last to
/// the first, so their joins are met in the reverse order of the residuals.
final class ControlInputs {
    private static final String DOWN = "down_block_";
    private static final String MID = "mid_block_additional_residual";
    private static final int RANK = 4;

    private final List<Place> places;

    private ControlInputs(List<Place> places) {
        this.places = places;
    }

    /// Finds where residuals belong; nothing is changed yet.
    ///
    /// @return nothing if the graph has no skip connections that are understood
    static Optional<ControlInputs> in(OnnxGraph graph) {
        List<OnnxNode> skips = UNetLayout.of(graph).skips();
        if (skips.isEmpty()) {
            return Optional.empty();
        }
        ValueTypes types = new ValueTypes(graph);
        Channels channels = new Channels(graph);
        List<Place> places = new ArrayList<>();
        for (OnnxNode join : skips.reversed()) {
            places.add(place(join, 1, DOWN + places.size(), types, channels));
        }
        places.add(place(skips.getFirst(), 0, MID, types, channels));
        return Optional.of(new ControlInputs(places));
    }

    private static Place place(OnnxNode join, int operand, String name, ValueTypes types, Channels channels) {
        String value = join.input(operand);
        List<Dimension> shape = new ArrayList<>();
        for (int axis = 0; axis < RANK; axis++) {
            // Names of their own: a single zero switches a residual off, whatever the size of the latent.
            shape.add(new Dimension.Symbolic(name + "_" + axis));
        }
        OptionalLong known = channels.of(value);
        if (known.isPresent()) {
            shape.set(1, new Dimension.Fixed(known.getAsLong()));
        }
        TensorInfo input = new TensorInfo(name, types.of(value).orElse(OnnxType.FLOAT), shape);
        return new Place(join, value, input);
    }

    /// The inputs that [#apply] adds, in the order of a ControlNet's outputs.
    List<TensorInfo> inputs() {
        return places.stream().map(Place::input).toList();
    }

    /// Adds the inputs to the graph.
    void apply(GraphWriter writer) {
        for (Place place : places) {
            writer.input(place.input());
            String sum = writer.add(place.value(), place.input().name());
            Set<OnnxNode> others = new HashSet<>(writer.graph().consumers(place.value()));
            others.remove(place.join());
            writer.graph().replaceUses(place.value(), sum, others);
        }
    }

    private record Place(OnnxNode join, String value, TensorInfo input) {}
}
