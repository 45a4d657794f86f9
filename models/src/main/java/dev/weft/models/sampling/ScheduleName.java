package dev.weft.models.sampling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The schedules of noise levels that can be chosen: two of diffusers, then those of ComfyUI.
// Schedules are stateless functions, whose immutability cannot be proven.
@SuppressWarnings("ImmutableEnumChecker")
public enum ScheduleName {
    /// What the bundle's scheduler config means in diffusers.
    DIFFUSERS(Optional.empty()),
    /// The same with `use_karras_sigmas`. Not for `ddim` and `pndm`.
    DIFFUSERS_KARRAS(Optional.empty()),
    /// ComfyUI: even in the timestep.
    NORMAL(Optional.of(ComfySchedule::normal)),
    /// ComfyUI: even in the seventh root of the noise level.
    KARRAS(Optional.of(ComfySchedule::karras)),
    /// ComfyUI: even in the logarithm of the noise level.
    EXPONENTIAL(Optional.of(ComfySchedule::exponential)),
    /// ComfyUI: even in the timestep with the end of the last step counted in.
    SGM_UNIFORM(Optional.of(ComfySchedule::sgmUniform)),
    /// ComfyUI: training timesteps at even distance, from the last.
    SIMPLE(Optional.of(ComfySchedule::simple)),
    /// ComfyUI: training timesteps at even whole distance, from the second. Takes more steps than asked for where
    /// their number does not divide that of the training timesteps.
    DDIM_UNIFORM(Optional.of(ComfySchedule::ddimUniform));

    private final Optional<ComfySchedule> comfy;

    ScheduleName(Optional<ComfySchedule> comfy) {
        this.comfy = comfy;
    }

    /// The name in workflows and on the command line.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The schedule of this name.
    public static Optional<ScheduleName> named(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }

    Optional<ComfySchedule> comfy() {
        return comfy;
    }
}
