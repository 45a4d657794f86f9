package dev.weft.models.style;

import dev.weft.models.sampling.Moment;
import java.util.ArrayList;
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

    /// The references of two styles. Each style counts by its weight, however many references it has.
    ///
    /// @param mine this style's weight, at least 0; a style of weight 0 is left out
    /// @param theirs the other style's weight, at least 0
    /// @throws IllegalArgumentException with a sentence for the user if the two cannot be used together
    public Style blend(double mine, Style other, double theirs) {
        if (!(mine >= 0 && theirs >= 0 && mine + theirs > 0 && Double.isFinite(mine + theirs))) {
            throw new IllegalArgumentException("The weights of the styles are " + mine + " and " + theirs
                    + "; make at least one of them larger than 0.");
        }
        if (!origin.modelIdentity().equals(other.origin.modelIdentity())) {
            throw new IllegalArgumentException("The styles were made with different models, " + origin.modelName()
                    + " and " + other.origin.modelName() + "; blend styles of one model.");
        }
        if (origin.steps() != other.origin.steps()) {
            throw new IllegalArgumentException("The styles were made with different numbers of steps, " + origin.steps()
                    + " and " + other.origin.steps() + "; make them anew with the same number.");
        }
        if (!sameSize(first(), other.first())) {
            throw new IllegalArgumentException("The styles were made at different sizes, with latents of "
                    + size(first()) + " and " + size(other.first()) + "; make them anew at the same size.");
        }
        List<StyleReference> both = new ArrayList<>(weighted(mine));
        both.addAll(other.weighted(theirs));
        return new Style(origin, both);
    }

    private List<StyleReference> weighted(double whole) {
        double sum = references.stream().mapToDouble(StyleReference::weight).sum();
        return whole == 0
                ? List.of()
                : references.stream()
                        .map(reference -> reference.withWeight(whole * reference.weight() / sum))
                        .toList();
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
