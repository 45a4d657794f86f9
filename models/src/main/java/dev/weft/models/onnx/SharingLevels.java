package dev.weft.models.onnx;

import java.util.Arrays;

/// Which self-attention layers take part in sharing, by the authors' `only_self_level`.
public final class SharingLevels {
    private SharingLevels() {}

    /// Spreads unshared layers evenly over the network.
    ///
    /// As in the authors' code, level 0 leaves no layer unshared and level 1 all; up to 0.5 every n-th layer is
    /// unshared, n being `layers / floor(level * layers)`; above 0.5 the layers chosen for `1 - level` are the
    /// shared ones. A level so small that it means less than one layer rounds to 0 (or, above 0.5, to 1), where
    /// the authors' code divides by zero.
    ///
    /// @param layers number of self-attention layers, in the order in which diffusers registers them: down, up,
    ///     mid
    /// @param level 0 … 1
    /// @return for each layer whether it attends only to itself
    /// @throws IllegalArgumentException if the level is outside 0 … 1
    public static boolean[] unshared(int layers, double level) {
        if (!(level >= 0 && level <= 1)) {
            throw new IllegalArgumentException("only_self_level must lie between 0 and 1, but is " + level + ".");
        }
        boolean mostlyUnshared = level > 0.5;
        double share = mostlyUnshared ? 1 - level : level;
        int chosen = (int) (share * layers);
        boolean[] unshared = new boolean[layers];
        if (chosen == 0) {
            Arrays.fill(unshared, mostlyUnshared);
            return unshared;
        }
        int stride = layers / chosen;
        for (int layer = 0; layer < layers; layer++) {
            unshared[layer] = (layer % stride == 0) != mostlyUnshared;
        }
        return unshared;
    }
}
