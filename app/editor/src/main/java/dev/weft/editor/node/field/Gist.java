package dev.weft.editor.node.field;

import dev.weft.editor.text.Texts;
import java.util.List;

/// What a folded group says about its fields.
final class Gist {
    private static final Texts TEXTS = Texts.of(Gist.class);

    private Gist() {}

    /// A few words for the right of a group's head.
    static String of(String group, List<List<Field>> rows, FieldReader reader) {
        List<Field> fields = rows.stream().flatMap(List::stream).toList();
        return switch (group) {
            case FieldGroup.SHARED -> {
                long on = fields.stream()
                        .filter(field -> field instanceof Field.Chip chip && chip.on())
                        .count();
                yield TEXTS.get("gist.of", on, fields.size());
            }
            case "range" -> range(fields);
            case FieldGroup.MORE -> {
                long set = fields.stream()
                        .filter(field ->
                                reader.linked().contains(field.parameter().name()) || changed(reader, field))
                        .count();
                yield set == 0 ? TEXTS.get("gist.usual") : TEXTS.get("gist.set", set);
            }
            default ->
                fields.stream()
                        .map(Gist::words)
                        .filter(words -> !words.isEmpty())
                        .findFirst()
                        .orElse("");
        };
    }

    private static boolean changed(FieldReader reader, Field field) {
        return reader.node().parameters().containsKey(field.parameter().name())
                && !Setting.of(reader.node(), field.parameter()).value().equals(Setting.initial(field.parameter()));
    }

    private static String range(List<Field> fields) {
        return fields.stream()
                .filter(Field.Span.class::isInstance)
                .map(Field.Span.class::cast)
                .findFirst()
                .map(span -> span.from() <= 0 && span.to() >= 1 ? TEXTS.get("gist.all_steps") : span.words())
                .orElse("");
    }

    private static String words(Field field) {
        return switch (field) {
            case Field.Figure figure -> figure.words();
            case Field.Seed seed -> seed.label() + " " + seed.words();
            case Field.Choice choice -> choice.words();
            case Field.Reference reference -> reference.number() + " " + reference.words();
            case Field.Line line -> line.words();
            default -> "";
        };
    }
}
