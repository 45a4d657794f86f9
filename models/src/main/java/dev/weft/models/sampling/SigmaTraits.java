package dev.weft.models.sampling;

/// How the scheduler classes of diffusers that walk over noise levels differ.
///
/// @param wholeTimesteps whether timesteps are whole and spread as if there were one step more
///     (`DPMSolverMultistepScheduler`, `UniPCMultistepScheduler`)
/// @param unitVariance whether the sample is held in unit variance rather than beside a clean sample of unit scale
/// @param rescales whether `rescale_betas_zero_snr` is heeded
/// @param choosesEnd whether `final_sigmas_type` is heeded
/// @param clips whether `clip_sample` is heeded
/// @param thresholds whether `thresholding` is heeded
record SigmaTraits(
        boolean wholeTimesteps,
        boolean unitVariance,
        boolean rescales,
        boolean choosesEnd,
        boolean clips,
        boolean thresholds) {
    static final SigmaTraits EULER = new SigmaTraits(false, false, true, true, false, false);
    static final SigmaTraits EULER_ANCESTRAL = new SigmaTraits(false, false, true, false, false, false);
    static final SigmaTraits HEUN = new SigmaTraits(false, false, false, false, true, false);
    static final SigmaTraits LMS = new SigmaTraits(false, false, false, false, false, false);
    static final SigmaTraits MULTISTEP = new SigmaTraits(true, true, true, true, false, true);
}
