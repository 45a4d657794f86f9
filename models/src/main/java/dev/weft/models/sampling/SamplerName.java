package dev.weft.models.sampling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The step rules that can be chosen.
///
/// On the schedules `diffusers` and `diffusers_karras` each does what the scheduler class of diffusers that is
/// named below does when it is made from the bundle's config. On the schedules of ComfyUI each does what
/// ComfyUI's sampler of the same name does, except where stated.
// Samplers are records of stateless functions, whose immutability cannot be proven.
@SuppressWarnings("ImmutableEnumChecker")
public enum SamplerName {
    /// `DDIMScheduler` without noise of its own; in ComfyUI the name stands for Euler's method.
    DDIM(
            TimestepSampler.DDIM,
            Optional.of(new ComfySampler(false, (course, model, noise) -> new EulerRule(course, model)))),
    /// `EulerDiscreteScheduler`.
    EULER(SigmaTraits.EULER, (course, model, noise) -> new EulerRule(course, model)),
    /// `EulerAncestralDiscreteScheduler`. For `diffusers_karras`, which that class lacks, it walks over the noise
    /// levels of `euler`. Noise goes on from the generator of the start noise, as in diffusers; ComfyUI seeds
    /// another one, so that its pictures differ.
    EULER_ANCESTRAL(SigmaTraits.EULER_ANCESTRAL, EulerAncestralRule::new),
    /// `HeunDiscreteScheduler`.
    HEUN(SigmaTraits.HEUN, (course, model, noise) -> new HeunRule(course, model)),
    /// `LMSDiscreteScheduler` of order 4. In ComfyUI the last step is one of Euler's method.
    LMS(
            new SigmaSampler(SigmaTraits.LMS, (course, model, noise) -> new LinearMultistepRule(course, model, false)),
            Optional.of(
                    new ComfySampler(false, (course, model, noise) -> new LinearMultistepRule(course, model, true)))),
    /// `DPMSolverMultistepScheduler` with `dpmsolver++`, order 2, midpoint.
    DPMPP_2M(SigmaTraits.MULTISTEP, (course, model, noise) -> new DpmSolverRule(course, model)),
    /// `UniPCMultistepScheduler` of order 2 with `bh2`. On the schedules of ComfyUI it is the same rule, where
    /// ComfyUI's own `uni_pc` is of order 3; the last noise level but one is left out, as there.
    UNIPC(
            new SigmaSampler(SigmaTraits.MULTISTEP, (course, model, noise) -> new UniPcRule(course, model)),
            Optional.of(new ComfySampler(true, (course, model, noise) -> new UniPcRule(course, model)))),
    /// `PNDMScheduler` with `skip_prk_steps`. ComfyUI has no such sampler.
    PNDM(new TimestepSampler("pndm", false, false, PndmRule::new), Optional.empty());

    private final Sampler diffusers;
    private final Optional<ComfySampler> comfy;

    SamplerName(Sampler diffusers, Optional<ComfySampler> comfy) {
        this.diffusers = diffusers;
        this.comfy = comfy;
    }

    SamplerName(SigmaTraits traits, SigmaRuleMaker rule) {
        this(new SigmaSampler(traits, rule), Optional.of(new ComfySampler(false, rule)));
    }

    /// The name in workflows and on the command line.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The sampler of this name.
    public static Optional<SamplerName> named(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }

    Sampler diffusers() {
        return diffusers;
    }

    Optional<ComfySampler> comfy() {
        return comfy;
    }
}
