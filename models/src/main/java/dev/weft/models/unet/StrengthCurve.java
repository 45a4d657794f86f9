package dev.weft.models.unet;

import java.util.ArrayList;
import java.util.List;

/// How the strength of a shared style changes over the steps of a run: a factor that is linear between given
/// points and stays what it is before the first and after the last.
///
/// @param points in the order of their places; none means a factor of 1 throughout. Two at the same place make
///     a jump, at which the later one counts
public record StrengthCurve(List<Point> points) {
    private static final double LARGEST_FACTOR = 2;

    /// Refuses points that go back.
    public StrengthCurve {
        points = List.copyOf(points);
        for (int index = 1; index < points.size(); index++) {
            if (points.get(index).place() < points.get(index - 1).place()) {
                throw new IllegalArgumentException(
                        "The curve goes back from " + points.get(index - 1).place() + " to "
                                + points.get(index).place() + "; give its points in the order of the steps.");
            }
        }
    }

    /// One point of a curve.
    ///
    /// @param place the share of the steps that are done, 0 … 1
    /// @param factor what the strength is multiplied by there, 0 … 2
    public record Point(double place, double factor) {
        public Point {
            if (!(place >= 0 && place <= 1)) {
                throw new IllegalArgumentException(
                        "A curve's point lies at a share of the steps between 0 and 1, but one is at " + place
                                + "; move it there.");
            }
            if (!(factor >= 0 && factor <= LARGEST_FACTOR)) {
                throw new IllegalArgumentException("A curve's factor lies between 0 and 2, but at " + place + " it is "
                        + factor + "; choose another.");
            }
        }
    }

    /// The factor 1 throughout.
    public static StrengthCurve constant() {
        return new StrengthCurve(List.of());
    }

    /// Reads points such as `0:1, 0.5:1, 1:0`: shares of the steps, each with its factor. A blank text is
    /// [#constant()].
    ///
    /// @throws IllegalArgumentException with a sentence for the user if the text is nothing such
    public static StrengthCurve parse(String text) {
        if (text.isBlank()) {
            return constant();
        }
        List<Point> points = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            points.add(point(part, text));
        }
        return new StrengthCurve(points);
    }

    private static Point point(String part, String text) {
        String[] sides = part.split(":", -1);
        if (sides.length == 2) {
            try {
                return new Point(Double.parseDouble(sides[0]), Double.parseDouble(sides[1]));
            } catch (NumberFormatException _) {
                // Told below, with the whole text.
            }
        }
        throw new IllegalArgumentException("The curve '" + text.strip() + "' is not understood at '" + part.strip()
                + "'; write shares of the steps with factors, such as 0:1, 0.5:1, 1:0.");
    }

    /// The factor at a share of the steps, 0 … 1.
    public double at(double share) {
        if (points.isEmpty()) {
            return 1;
        }
        Point before = points.getFirst();
        for (Point point : points) {
            if (point.place() > share) {
                double way = point.place() - before.place();
                // Before the first point both are the same.
                return way == 0
                        ? before.factor()
                        : before.factor() + (share - before.place()) / way * (point.factor() - before.factor());
            }
            before = point;
        }
        return before.factor();
    }
}
