package dev.weft.graph.json;

/// A JSON value is not what its place asks for. The problem is what follows the place's name in a sentence.
final class MisplacedValueException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient JsonPlace place;
    private final String problem;

    MisplacedValueException(JsonPlace place, String problem) {
        super(problem, null, false, false);
        this.place = place;
        this.problem = problem;
    }

    JsonPlace place() {
        return place;
    }

    String problem() {
        return problem;
    }
}
