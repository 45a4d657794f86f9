package dev.weft.editor.node.field;

import dev.weft.editor.text.Texts;
import dev.weft.graph.SeedChange;
import dev.weft.graph.json.JsonNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Lets people draw a new seed, and choose what happens to it after each run.
final class SeedMenu {
    private static final Texts TEXTS = Texts.of(SeedMenu.class);
    private static final String DRAW = "draw";
    private static final String STAY = "stay";

    /// Seeds of this size are read and told easily.
    private static final long LARGEST_DRAWN = 1L << 32;

    private SeedMenu() {}

    static void show(FieldPane pane, PlacedRow placed, Field.Seed seed) {
        List<Option> options = new ArrayList<>();
        options.add(new Option(STAY, TEXTS.get("seed.stay"), ""));
        for (SeedChange change : SeedChange.values()) {
            options.add(
                    new Option(change.name(), TEXTS.get("seed." + change.name().toLowerCase(Locale.ROOT)), ""));
        }
        options.add(new Option(DRAW, TEXTS.get("seed.draw"), ""));
        String now = seed.change().map(SeedChange::name).orElse(STAY);
        pane.services().choices().open(pane, placed, options, now, chosen -> take(pane, seed, chosen));
    }

    private static void take(FieldPane pane, Field.Seed seed, String chosen) {
        switch (chosen) {
            case DRAW ->
                pane.target()
                        .setOnce(
                                seed.parameter(),
                                JsonNumber.of(ThreadLocalRandom.current().nextLong(LARGEST_DRAWN)));
            case STAY -> pane.target().change(seed.parameter(), Optional.empty());
            default -> pane.target().change(seed.parameter(), Optional.of(SeedChange.valueOf(chosen)));
        }
    }
}
