package dev.weft.models.sampling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// DDIM backwards: from a picture to the noise that DDIM draws it from (Song et al., arXiv 2010.02502, section
/// 4.3), as the authors of StyleAligned do it.
///
/// Each step keeps the clean sample and the noise that the network sees at the timestep to come, and raises the
/// noise to that timestep's level.
public final class DdimInversion {
    private DdimInversion() {}

    /// When [#run] calls the network, in the order in which sampling goes: the noisiest first.
    ///
    /// @throws SamplingException in one sentence, if there cannot be so many steps
    public static List<Moment> moments(TrainingSchedule training, int steps) {
        TimestepCourse course = course(training, steps);
        return IntStream.range(0, steps)
                .mapToObj(step -> new Moment(step, course.timestep(step)))
                .toList();
    }

    /// Inverts latents.
    ///
    /// @param training how the model was trained
    /// @param steps how many steps DDIM would take, at least 1
    /// @param latent the pictures, [batch, channels, height, width] in model space; not changed
    /// @param denoiser the network; it is asked in the order from the picture to the noise
    /// @param listener hears of every step
    /// @return `steps + 1` samples of the latent's shape, the noisiest first, the picture itself last. The
    ///     sample at index `i` is what DDIM starts step `i` from
    /// @throws SamplingException in one sentence, if there cannot be so many steps
    public static List<float[]> run(
            TrainingSchedule training, int steps, float[] latent, Denoiser denoiser, StepListener listener) {
        TimestepCourse course = course(training, steps);
        // The authors keep nothing within bounds, also where the model's scheduler would.
        TimestepModel model = new TimestepModel(denoiser, training.predictionType(), Bounds.NONE, Kept.NOTHING);
        List<float[]> samples = new ArrayList<>(List.of(latent.clone()));
        for (int done = 0; done < steps; done++) {
            float[] sample = samples.getLast();
            int timestep = course.timestep(steps - 1 - done);
            double next = course.signal(timestep);
            double present = course.signal(timestep - course.stride());
            float[] predicted = model.predict(sample, timestep, present, done);
            float[] clean = model.clean(sample, predicted, present);
            // A network that predicts the clean sample says nothing of the noise in one that is clean already.
            float[] noise = model.noise(sample, predicted, present < 1 ? present : next);
            float[] noisier = Vectors.sum(Math.sqrt(next), clean, Math.sqrt(1 - next), noise);
            samples.add(noisier);
            listener.stepped(done + 1, steps, noisier);
        }
        Collections.reverse(samples);
        return samples;
    }

    private static TimestepCourse course(TrainingSchedule training, int steps) {
        if (steps < 1 || steps > training.trainTimesteps()) {
            throw new SamplingException("The number of steps is " + steps + ", but the model was trained on "
                    + training.trainTimesteps() + " timesteps; choose 1 to " + training.trainTimesteps() + " steps.");
        }
        return TimestepSampler.DDIM.course(training, steps, 0);
    }
}
