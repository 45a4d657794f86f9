package dev.weft.models.unet;

import dev.weft.models.control.ControlledRows;
import dev.weft.models.control.LatentRows;

/// One prediction that is asked of a U-Net.
///
/// @param latents all rows of a batch at one timestep
/// @param sharing which rows take their style from which
/// @param controls which rows are steered by ControlNets
record UNetBatch(LatentRows latents, Sharing sharing, ControlledRows controls) {
    UNetBatch {
        sharing.requireRows(latents.rows());
    }
}
