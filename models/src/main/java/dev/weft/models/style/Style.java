package dev.weft.models.style;

import dev.weft.models.sampling.Moment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One or more pictures that others take their style from, with their ways through the noise of one model.
///
/// @param origin what it was made with
/// @param references at least one, all of one size
public record Style(StyleOrigin origin, List<StyleReference> references) {
    /// @throws IllegalArgumentException in one sentence, if there is no reference or they differ in size
    public Style {
        references = List.copyOf(references);
        if (references.isEmpty()) {
            throw new IllegalArgumentException("A style needs at least one reference.");
        }
        Trajectory first = references.getFirst().trajectory();
        for (StyleReference reference : references) {
            if (!sameSize(first, reference.trajectory())) {
                throw new IllegalArgumentException("The references of a style need one size, but one has latents of "
                        + size(first) + " and another of " + size(reference.trajectory()) + ".");
            }
        }
    }

    /// The first reference's way, whose size all others have.
    public Trajectory first() {
        return references.getFirst().trajectory();
    }

    /// Memory that the references take.
    public long byteSize() {
        return references.stream()
                .mapToLong(reference -> (long) Float.BYTES
                        * (reference.trajectory().values().length
                                + reference.positive().hiddenStates().length
                                + reference.negative().hiddenStates().length))
                .sum();
    }

    /// Why this style cannot be used in a run, in one sentence with what to do; empty if it can.
    public Optional<String> misfit(StyleUse use) {
        return Stream.of(otherModel(use), otherSize(use), otherSteps(use), otherTimesteps(use))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> otherModel(StyleUse use) {
        if (origin.modelIdentity().equals(use.modelIdentity())) {
            return Optional.empty();
        }
        String both = origin.modelName().equals(use.modelName())
                ? "The style was made with another version of the model " + use.modelName()
                : "The style was made with the model " + origin.modelName() + ", not with " + use.modelName();
        return Optional.of(both + "; load the model that it was made with, or make the style anew with this one.");
    }

    private Optional<String> otherSize(StyleUse use) {
        Trajectory mine = first();
        if (mine.channels() == use.channels() && mine.height() == use.height() && mine.width() == use.width()) {
            return Optional.empty();
        }
        return Optional.of("The style was made for pictures of " + mine.width() * use.downscale() + " by "
                + mine.height() * use.downscale() + " pixels, but the latent is one of "
                + use.width() * use.downscale() + " by " + use.height() * use.downscale()
                + "; make the latent as large as the style, or the style anew at this size.");
    }

    private Optional<String> otherSteps(StyleUse use) {
        if (origin.steps() == use.steps()) {
            return Optional.empty();
        }
        return Optional.of("The style was made with " + origin.steps() + " steps, but steps is " + use.steps()
                + "; set steps to " + origin.steps() + ", or make the style anew with " + use.steps() + ".");
    }

    private Optional<String> otherTimesteps(StyleUse use) {
        for (Moment moment : use.moments()) {
            for (StyleReference reference : references) {
                if (!reference.trajectory().covers(moment)) {
                    return Optional.of("The sampler calls the model at timestep " + number(moment.timestep())
                            + ", where the style was not recorded (it was at "
                            + timesteps(reference.trajectory())
                            + "); use the sampler, scheduler and denoise that it was made with, or make it anew with"
                            + " these.");
                }
            }
        }
        return Optional.empty();
    }

    private static String timesteps(Trajectory trajectory) {
        List<Moment> moments = trajectory.moments();
        String first = number(moments.getFirst().timestep());
        return moments.size() == 1
                ? first
                : first + ", "
                        + (moments.size() == 2 ? "" : number(moments.get(1).timestep()) + " … ")
                        + number(moments.getLast().timestep());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    static boolean sameSize(Trajectory one, Trajectory other) {
        return one.channels() == other.channels() && one.height() == other.height() && one.width() == other.width();
    }

    static String size(Trajectory trajectory) {
        return "[" + trajectory.channels() + ", " + trajectory.height() + ", " + trajectory.width() + "]";
    }
}
