package dev.weft.models.sampling;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a diffusers `scheduler_config.json` says of how a model was trained and wants to be sampled.
///
/// A key that the file leaves out is empty here where samplers differ in what they then take.
///
/// @param betaStart noise variance of the first training timestep, between 0 and 1
/// @param betaEnd noise variance of the last training timestep, between 0 and 1
/// @param betaSchedule what lies between
/// @param trainTimesteps number of training timesteps, at least 1
/// @param trainedBetas all variances, in place of the three above
/// @param predictionType what the network predicts
/// @param timestepSpacing how steps are spread; by default `leading` for ddim and pndm, else `linspace`
/// @param stepsOffset added to timesteps of `leading` spacing
/// @param setAlphaToOne whether ddim and pndm end without noise rather than at the first timestep's noise; by
///     default so for ddim, not so for pndm
/// @param clipSample whether ddim and heun clip predicted clean samples; by default so for ddim, not so for heun
/// @param clipSampleRange the bound of clipping
/// @param thresholding dynamic thresholding, which ddim, dpmpp_2m and unipc do
/// @param rescaleBetasZeroSnr whether the last timestep is pure noise (arXiv 2305.08891)
/// @param useKarrasSigmas whether noise levels are spaced after Karras even for the schedule `diffusers`
/// @param finalSigma where euler, euler_ancestral, dpmpp_2m and unipc end
public record TrainingSchedule(
        double betaStart,
        double betaEnd,
        BetaSchedule betaSchedule,
        int trainTimesteps,
        Optional<List<Double>> trainedBetas,
        PredictionType predictionType,
        Optional<TimestepSpacing> timestepSpacing,
        int stepsOffset,
        Optional<Boolean> setAlphaToOne,
        Optional<Boolean> clipSample,
        double clipSampleRange,
        Optional<Thresholding> thresholding,
        boolean rescaleBetasZeroSnr,
        boolean useKarrasSigmas,
        FinalSigma finalSigma) {

    /// Reads a scheduler config.
    ///
    /// @param config the parsed JSON object: values are `Number`, `String`, `Boolean`, `List` or null
    /// @throws SamplingException in one sentence that names the key, if a value is wrong or asks for something
    ///     that Weft does not do
    public static TrainingSchedule fromConfig(Map<String, ?> config) {
        return new SchedulerConfig(config).read();
    }

    /// The variances of all training timesteps, before any rescaling.
    double[] betas() {
        return trainedBetas
                .map(given -> given.stream().mapToDouble(Double::doubleValue).toArray())
                .orElseGet(() -> betaSchedule.betas(betaStart, betaEnd, trainTimesteps));
    }
}
