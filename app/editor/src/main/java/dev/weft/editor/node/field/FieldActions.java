package dev.weft.editor.node.field;

import dev.weft.graph.json.JsonBoolean;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.types.Parameter;
import java.util.List;
import java.util.stream.IntStream;

/// What a click on a field, or Enter in it, does.
final class FieldActions {
    private FieldActions() {}

    /// Acts on a row.
    ///
    /// @param icon whether the icon at its right end is meant
    static void act(FieldPane pane, PlacedRow placed, boolean icon) {
        FieldTarget target = pane.target();
        switch (placed.row()) {
            case Row.Heading heading -> target.fold(heading.id());
            case Field.Toggle toggle -> target.setOnce(toggle.parameter(), new JsonBoolean(!toggle.on()));
            case Field.Chip chip -> target.setOnce(chip.parameter(), new JsonBoolean(!chip.on()));
            case Field.Seed seed when icon -> SeedMenu.show(pane, placed, seed);
            case Field.Figure figure -> pane.edit(placed, () -> new LineEditing(pane, figure, figure.words()));
            case Field.Seed seed -> pane.edit(placed, () -> new LineEditing(pane, seed, seed.words()));
            case Field.Span _ -> {}
            case Field.Line line -> pane.edit(placed, () -> new LineEditing(pane, line, line.words()));
            case Field.Prose prose -> pane.edit(placed, () -> new ProseEditing(pane, prose));
            case Field.Choice choice -> choose(pane, placed, choice);
            case Field.Reference reference -> chooseReference(pane, placed, reference);
            case Field.Colour colour -> pane.services().colours().open(pane, placed, colour);
            case Field.FileName file -> pane.services().files().open(pane, placed, file.words(), file.kind());
            case Field.Model model -> pane.services().files().open(pane, placed, model.words(), model.kind());
            case Field.Wired _ -> {}
        }
    }

    private static void choose(FieldPane pane, PlacedRow placed, Field.Choice field) {
        if (field.parameter() instanceof Parameter.Choice choice) {
            List<Option> options = choice.options().stream().map(Option::of).toList();
            pane.services()
                    .choices()
                    .open(
                            pane,
                            placed,
                            options,
                            field.words(),
                            chosen -> pane.target().setOnce(choice, new JsonString(chosen)));
        }
    }

    private static void chooseReference(FieldPane pane, PlacedRow placed, Field.Reference field) {
        List<String> prompts = pane.prompts();
        if (prompts.isEmpty()) {
            pane.edit(placed, () -> new LineEditing(pane, field, Integer.toString(field.number() - 1)));
            return;
        }
        List<Option> options = IntStream.range(0, prompts.size())
                .mapToObj(row -> new Option(Integer.toString(row), (row + 1) + "  " + prompts.get(row), ""))
                .toList();
        pane.services()
                .choices()
                .open(
                        pane,
                        placed,
                        options,
                        Integer.toString(field.number() - 1),
                        chosen -> pane.target().setOnce(field.parameter(), JsonNumber.of(Long.parseLong(chosen))));
    }
}
