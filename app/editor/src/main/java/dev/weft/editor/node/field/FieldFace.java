package dev.weft.editor.node.field;

import dev.weft.editor.text.Texts;
import dev.weft.editor.theme.IconText;
import dev.weft.editor.theme.Measures;
import dev.weft.editor.theme.Typeset;
import dev.weft.graph.SeedChange;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// How a field looks while nobody types in it.
final class FieldFace extends Layer {
    /// How far from its right end a field's icon is meant.
    static final double ICON_SIDE = 28;

    private static final Texts TEXTS = Texts.of(FieldFace.class);
    private static final double INSET = Measures.NODE_PADDING;
    private static final double GAP = 4;
    private static final double ICON = 12;

    private final double width;
    private final double height;

    private final ModelCards models;
    private final Runnable changed;

    /// Paints a row.
    ///
    /// @param models what is known of models
    /// @param changed is run when it has to be painted anew
    FieldFace(PlacedRow placed, ModelCards models, Runnable changed) {
        this.models = models;
        this.changed = changed;
        width = placed.area().getWidth();
        height = placed.area().getHeight();
        resizeRelocate(placed.area().getMinX(), placed.area().getMinY(), width, height);
        paint(placed.row());
        if (placed.row() instanceof Field field && field.faulty()) {
            add(box(0, 0, width, height, "field-fault"));
        }
    }

    private void paint(Row row) {
        switch (row) {
            case Row.Heading heading -> paintHeading(heading);
            case Field.Wired wired -> paintWired(wired);
            case Field.Chip chip -> paintChip(chip);
            case Field.Prose prose -> new ProsePainter(this, prose, width, height).paint();
            case Field.Figure figure -> {
                ground();
                figure.fill().ifPresent(fill -> fill(0, fill));
                figures(figure.label(), figure.words(), width - INSET);
            }
            case Field.Seed seed -> {
                ground();
                icon(seedIcon(seed), width - INSET - ICON, "colour-3");
                figures(seed.label(), seed.words(), width - INSET - ICON - GAP - 2);
            }
            case Field.Span span -> {
                ground();
                fill(span.from(), span.to());
                figures(span.label(), span.words(), width - INSET);
            }
            case Field.Choice choice -> {
                ground();
                icon("fltral-chevron-down-16", width - INSET - ICON, "colour-3");
                values(choice.label(), choice.words(), width - INSET - ICON - GAP);
            }
            case Field.Reference reference -> paintReference(reference);
            case Field.Toggle toggle -> {
                ground();
                label(toggle.label(), width - INSET - 28 - INSET);
                toggle(toggle.on(), width - INSET - 28);
            }
            case Field.Line line -> paintLine(line);
            case Field.Colour colour -> {
                ground();
                double left = figures(colour.label(), colour.words(), width - INSET);
                Region patch = box(left - GAP - ICON, (height - ICON) / 2, ICON, ICON, "field-patch");
                patch.setStyle(colour.faulty() ? "" : "-fx-background-color: " + colour.words() + ";");
                getChildren().add(patch);
            }
            case Field.FileName file -> {
                ground();
                icon("fltral-folder-open-20", width - INSET - ICON, "colour-3");
                String name = file.words().isEmpty() ? TEXTS.get("choose") : lastPart(file.words());
                values(file.label(), name, width - INSET - ICON - GAP);
            }
            case Field.Model model when height > Measures.FIELD -> paintModel(model);
            case Field.Model model -> {
                ground();
                icon("fltral-chevron-down-16", width - INSET - ICON, "colour-3");
                String name = model.words().isEmpty() ? TEXTS.get("choose") : model.words();
                values(model.label(), name, width - INSET - ICON - GAP);
            }
        }
    }

    private void paintHeading(Row.Heading heading) {
        String chevron = heading.open() ? "fltral-chevron-down-16" : "fltral-chevron-right-16";
        icon(chevron, 0, "colour-3");
        add(words(heading.title(), ICON + GAP, height / 2, "node-heading"));
        if (!heading.gist().isEmpty()) {
            double gist = Typeset.CAPTION.width(heading.gist());
            add(words(heading.gist(), width - gist, height / 2, "node-caption"));
        }
    }

    private void paintWired(Field.Wired wired) {
        add(box(0, 0, width, height, "field-wired"));
        String words = TEXTS.get("from_wire");
        double x = width - INSET - ICON - GAP - Typeset.SMALL.width(words);
        label(wired.label(), x - INSET);
        add(words(words, x, height / 2, "colour-3"));
        icon("fltral-link-20", width - INSET - ICON, "colour-3");
    }

    private void paintChip(Field.Chip chip) {
        add(box(0, 0, width, height, "field", chip.on() ? "chip-on" : "chip"));
        double mark = chip.on() ? ICON + 2 : 0;
        String words = Typeset.SMALL.cut(chip.label(), width - mark - GAP);
        double x = (width - mark - Typeset.SMALL.width(words)) / 2;
        if (chip.on()) {
            icon("fltral-checkmark-16", x, "colour-accent");
        }
        add(words(words, x + mark, height / 2, chip.on() ? "colour-1" : "colour-3"));
    }

    private void paintReference(Field.Reference reference) {
        ground();
        icon("fltral-chevron-down-16", width - INSET - ICON, "colour-3");
        double right = width - INSET - ICON - GAP;
        String number = Integer.toString(reference.number());
        double digits = Typeset.FIGURE.width(number);
        double room = right - 2 * INSET - Typeset.SMALL.width(reference.label()) - digits - GAP;
        String words = Typeset.SMALL.cut(reference.words(), room);
        double x = right - Typeset.SMALL.width(words);
        add(words(words, x, height / 2, "colour-1"));
        double before = words.isEmpty() ? 0 : GAP;
        add(words(number, x - before - digits, height / 2, "figure", words.isEmpty() ? "colour-1" : "colour-3"));
        label(reference.label(), x - before - digits - INSET);
    }

    private void paintLine(Field.Line line) {
        ground();
        double hint = line.hint().isEmpty() ? 0 : Typeset.SMALL.width(line.hint()) + GAP;
        if (hint > 0) {
            add(words(line.hint(), width - INSET - hint + GAP, height / 2, "colour-3"));
        }
        values(line.label(), line.words(), width - INSET - hint);
    }

    private void paintModel(Field.Model model) {
        ground();
        double tile = height - 2 * GAP;
        add(box(GAP, GAP, tile, tile, "field-tile"));
        Text cube = IconText.of("fltral-cube-20", 16, "colour-2");
        cube.setX(GAP + tile / 2 - 8);
        cube.setY(height / 2);
        add(cube);
        double x = GAP + tile + INSET;
        double room = width - x - INSET - ICON - GAP;
        Optional<ModelCard> card = models.find(model.words(), changed);
        String detail = card.map(ModelCard::detail).orElse("");
        String colour = card.filter(ModelCard::missing).isPresent() ? "node-caption-fault" : "node-caption";
        add(words(Typeset.MEDIUM.cut(model.words(), room), x, detail.isEmpty() ? height / 2 : 12, "node-medium"));
        add(words(Typeset.CAPTION.cut(detail, room), x, 28, colour));
        icon("fltral-chevron-down-16", width - INSET - ICON, "colour-3");
    }

    private void ground() {
        add(box(0, 0, width, height, "field"));
    }

    private void fill(double from, double to) {
        double x = Math.rint(from * width);
        double wide = Math.rint(to * width) - x;
        if (wide > 0) {
            String ends =
                    from <= 0 ? to >= 1 ? "field-fill-all" : "field-fill-left" : to >= 1 ? "field-fill-right" : "";
            getChildren()
                    .add(
                            ends.isEmpty()
                                    ? box(x, 0, wide, height, "field-fill")
                                    : box(x, 0, wide, height, "field-fill", ends));
        }
    }

    private void label(String label, double room) {
        add(words(Typeset.SMALL.cut(label, room - INSET), INSET, height / 2, "colour-2"));
    }

    private double figures(String label, String figures, double right) {
        String cut = Typeset.FIGURE.cut(figures, right - INSET);
        double x = right - Typeset.FIGURE.width(cut);
        add(words(cut, x, height / 2, "figure", "colour-1"));
        label(label, x - GAP);
        return x;
    }

    private void values(String label, String value, double right) {
        double room = right - 2 * INSET - Typeset.SMALL.width(label);
        String cut = Typeset.SMALL.cut(value.lines().findFirst().orElse(""), Math.max(room, right / 2 - INSET));
        double x = right - Typeset.SMALL.width(cut);
        add(words(cut, x, height / 2, "colour-1"));
        label(label, x - INSET);
    }

    private void toggle(boolean on, double x) {
        add(box(x, (height - 16) / 2, 28, 16, on ? "switch-on" : "switch-off"));
        add(box(on ? x + 14 : x + 2, (height - 12) / 2, 12, 12, "switch-knob"));
    }

    private void icon(String literal, double x, String colour) {
        Text icon = IconText.of(literal, 12, colour);
        icon.setX(x);
        icon.setY(height / 2);
        add(icon);
    }

    private void add(Node node) {
        getChildren().add(node);
    }

    private static String seedIcon(Field.Seed seed) {
        return seed.change()
                .map(change -> change == SeedChange.RANDOM
                        ? "fltral-arrow-repeat-all-20"
                        : change == SeedChange.INCREMENT ? "fltral-arrow-up-20" : "fltral-arrow-down-20")
                .orElse("fltral-lock-16");
    }

    private static String lastPart(String path) {
        String plain = path.replace('\\', '/');
        return plain.substring(plain.lastIndexOf('/') + 1);
    }
}
