package dev.weft.models.control;

import java.util.List;

/// The ControlNets of a run. What stacked ones give is added up.
///
/// As in ComfyUI, those of the positive prompt steer both halves of the guidance, unless the negative prompt has its
/// own:
/// then each half follows its own.
///
/// @param positive those that came with the positive prompt
/// @param negative those that came with the negative prompt
public record Controls(List<Control> positive, List<Control> negative) {
    /// Takes copies.
    public Controls {
        positive = List.copyOf(positive);
        negative = List.copyOf(negative);
    }

    /// No ControlNet.
    public static Controls none() {
        return new Controls(List.of(), List.of());
    }

    /// Those that steer the negative half.
    List<Control> ofNegativeHalf() {
        return negative.isEmpty() ? positive : negative;
    }
}
