package dev.weft.editor.node.field;

/// Fields without their names.
final class Bare {
    private Bare() {}

    static Field of(Field field) {
        return switch (field) {
            case Field.Figure it -> new Field.Figure(it.parameter(), "", it.words(), it.fill(), it.faulty());
            case Field.Seed it -> new Field.Seed(it.parameter(), "", it.words(), it.change(), it.faulty());
            case Field.Span it ->
                new Field.Span(it.parameter(), it.end(), "", it.words(), it.from(), it.to(), it.faulty());
            case Field.Choice it -> new Field.Choice(it.parameter(), "", it.words(), it.faulty());
            case Field.Reference it -> new Field.Reference(it.parameter(), "", it.number(), it.words(), it.faulty());
            case Field.Line it -> new Field.Line(it.parameter(), "", it.words(), it.hint(), it.faulty());
            case Field.Colour it -> new Field.Colour(it.parameter(), "", it.words(), it.faulty());
            case Field.FileName it -> new Field.FileName(it.parameter(), "", it.words(), it.kind(), it.faulty());
            case Field.Model it -> new Field.Model(it.parameter(), "", it.words(), it.kind(), it.faulty());
            case Field.Wired it -> new Field.Wired(it.parameter(), "", it.faulty());
            case Field.Toggle it -> it;
            case Field.Chip it -> it;
            case Field.Prose it -> it;
        };
    }
}
