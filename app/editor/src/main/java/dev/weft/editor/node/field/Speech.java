package dev.weft.editor.node.field;

import dev.weft.editor.text.Texts;

/// What is read aloud of a row: its name and its value.
final class Speech {
    private static final Texts TEXTS = Texts.of(Speech.class);

    private Speech() {}

    static String of(Row row) {
        return switch (row) {
            case Row.Heading heading ->
                heading.title() + ", " + TEXTS.get(heading.open() ? "speech.open" : "speech.folded");
            case Field.Figure field -> named(field, field.words());
            case Field.Seed field -> named(field, field.words());
            case Field.Span field -> named(field, field.words());
            case Field.Choice field -> named(field, field.words());
            case Field.Reference field -> named(field, field.number() + " " + field.words());
            case Field.Toggle field -> named(field, TEXTS.get(field.on() ? "speech.on" : "speech.off"));
            case Field.Chip field -> named(field, TEXTS.get(field.on() ? "speech.on" : "speech.off"));
            case Field.Line field -> named(field, field.words());
            case Field.Prose field -> named(field, field.words());
            case Field.Colour field -> named(field, field.words());
            case Field.FileName field -> named(field, field.words());
            case Field.Model field -> named(field, field.words());
            case Field.Wired field -> named(field, TEXTS.get("from_wire"));
        };
    }

    private static String named(Field field, String value) {
        return field.label() + ", " + value;
    }
}
