package dev.weft.models.style;

/// What a style was made with, and so what it can be used with.
///
/// @param modelName what the bundle was called
/// @param modelIdentity names the content of the U-Net's file: 64 hexadecimal digits
/// @param loras the LoRAs in the U-Net with their strengths; empty if there were none
/// @param steps how many steps the run was asked to take
public record StyleOrigin(String modelName, String modelIdentity, String loras, int steps) {
    /// @throws IllegalArgumentException in one sentence, if there is no step
    public StyleOrigin {
        if (steps < 1) {
            throw new IllegalArgumentException("A style needs at least 1 step, but has " + steps + ".");
        }
    }
}
