package dev.weft.editor.gallery;

import dev.weft.editor.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a set was made with, as rows of a name and a value.
final class SetSettings {
    /// One row.
    ///
    /// @param figure whether the value is a number
    record Row(String name, String value, boolean figure) {}

    private static final Texts TEXTS = Texts.of(SetSettings.class);
    private static final Map<String, String> SHARED = Map.of(
            "share_attention", "attention",
            "adain_queries", "queries",
            "adain_keys", "keys",
            "adain_values", "values",
            "share_group_norm", "norms",
            "full_attention_share", "rows");

    private SetSettings() {}

    static List<Row> of(PictureSet set) {
        SetFacts facts = SetFacts.of(set);
        List<Row> rows = new ArrayList<>();
        add(rows, "model", facts.setting("core:load_model", "model"), false);
        add(rows, "seed", set.first().seed(), true);
        String steps = facts.setting("steps");
        String cfg = facts.setting("cfg");
        add(rows, "steps", steps.isEmpty() || cfg.isEmpty() ? steps : steps + ", " + cfg, true);
        add(rows, "sampler", facts.setting("sampler"), false);
        facts.reference().ifPresent(row -> add(rows, "reference", reference(row, facts.prompts()), false));
        add(rows, "strength", facts.setting("strength"), true);
        String shared = facts.sharing().stream()
                .filter(SHARED::containsKey)
                .map(flag -> TEXTS.get("shared." + SHARED.getOrDefault(flag, flag)))
                .collect(Collectors.joining(", "));
        add(rows, "shared", shared, false);
        add(rows, "left_out", facts.leftOut(), false);
        return rows;
    }

    /// All that is known of a set, as plain text.
    static String text(PictureSet set) {
        StringBuilder text = new StringBuilder(set.title()).append('\n');
        SetFacts.of(set).prompts().forEach(prompt -> text.append(prompt).append('\n'));
        of(set).forEach(row ->
                text.append(row.name()).append(": ").append(row.value()).append('\n'));
        return text.toString();
    }

    private static String reference(int row, List<String> prompts) {
        String number = Integer.toString(row + 1);
        return row < prompts.size() ? number + " " + prompts.get(row).replaceFirst(",.*", "") : number;
    }

    private static void add(List<Row> rows, String key, String value, boolean figure) {
        if (!value.isBlank()) {
            rows.add(new Row(TEXTS.get("setting." + key), value, figure));
        }
    }
}
