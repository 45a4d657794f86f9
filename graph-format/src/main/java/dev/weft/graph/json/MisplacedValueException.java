package dev.weft.graph.json;

/// A JSON value is not what its place asks for.
final class MisplacedValueException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient JsonPlace place;
    private final String problem;

    private MisplacedValueException(JsonPlace place, String problem) {
        super(problem, null, false, false);
        this.place = place;
        this.problem = problem;
    }

    /// @param problem what follows the place's name in a sentence
    static MisplacedValueException of(JsonPlace place, String problem) {
        return new MisplacedValueException(place, place + " " + problem);
    }

    /// @param sentence all that is to be said
    static MisplacedValueException saying(JsonPlace place, String sentence) {
        return new MisplacedValueException(place, sentence);
    }

    JsonPlace place() {
        return place;
    }

    String problem() {
        return problem;
    }
}
