package dev.weft.editor.check;

import dev.weft.graph.types.Extent;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.PortType;
import java.util.Optional;

/// Writes what is known of a port's value as it stands beside the port: `×4` for four prompts, `4×128²` for
/// four square
/// pictures, `4×96×128` for pictures 96 high and 128 wide, `?` where it cannot be known.
final class Shapes {
    /// Pictures are this much wider than their latents.
    private static final int LATENT_SCALE = 8;

    private Shapes() {}

    /// Nothing for kinds of which there is nothing to know.
    static Optional<String> of(PortType type) {
        PortKind kind = type.kind();
        if (kind.equals(PortKind.CONDITIONING)) {
            return Optional.of(
                    type.extent().batch().isPresent()
                            ? "×" + type.extent().batch().getAsInt()
                            : "?");
        }
        if (kind.equals(PortKind.LATENT)) {
            return Optional.of(size(type.extent(), LATENT_SCALE));
        }
        if (kind.equals(PortKind.IMAGE) || kind.equals(PortKind.MASK)) {
            return Optional.of(size(type.extent(), 1));
        }
        return Optional.empty();
    }

    private static String size(Extent extent, int scale) {
        if (extent.width().isEmpty() || extent.height().isEmpty()) {
            return extent.batch().isPresent() ? "×" + extent.batch().getAsInt() : "?";
        }
        int width = extent.width().getAsInt() / scale;
        int height = extent.height().getAsInt() / scale;
        String batch = extent.batch().isPresent() ? extent.batch().getAsInt() + "×" : "";
        return batch + (width == height ? width + "²" : height + "×" + width);
    }
}
