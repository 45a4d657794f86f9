package dev.weft.nodes.stylealigned;

import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.TypeRule.Mismatch;
import dev.weft.models.unet.AlignmentSchedule;
import dev.weft.models.unet.Reference;
import dev.weft.models.unet.StrengthCurve;
import dev.weft.models.unet.StyleAlignment;
import java.util.ArrayList;
import java.util.List;

/// The parameters that say how a style is shared, with the names and meanings of the authors' code.
final class SharingSettings {
    private static final double LARGEST_SHIFT = 20;
    private static final double LARGEST_SCALE = 100;

    private SharingSettings() {}

    /// The declarations, in the order in which people see them.
    static List<Parameter> parameters() {
        return List.of(
                new Parameter.Decimal(
                        "strength",
                        1,
                        0,
                        AlignmentSchedule.MOST_STRENGTH,
                        "How strongly style is shared: 0 not at all, 1 as published, 2 with the reference counted twice."),
                new Parameter.Text(
                        "strength_curve",
                        "",
                        false,
                        "Factors on the strength over the steps, such as 0:1, 0.5:1, 1:0: full in the first half, then"
                                + " fading; blank for 1 throughout."),
                new Parameter.Flag("share_attention", true, "Whether each picture also attends to the reference."),
                new Parameter.Flag("adain_queries", true, "Whether queries take the reference's mean and deviation."),
                new Parameter.Flag("adain_keys", true, "Whether keys take the reference's mean and deviation."),
                new Parameter.Flag("adain_values", false, "Whether values take the reference's mean and deviation."),
                new Parameter.Flag(
                        "share_group_norm", true, "Whether group norms pool their statistics with the reference's."),
                new Parameter.Flag(
                        "full_attention_share",
                        false,
                        "Whether all pictures attend to each other instead; the settings above except the group norms then do nothing."),
                new Parameter.Decimal(
                        "style_scale",
                        1,
                        0,
                        LARGEST_SCALE,
                        "Factor on the reference's keys; below 1 loosens the style of a famous reference."),
                new Parameter.Decimal(
                        "style_shift",
                        0,
                        -LARGEST_SHIFT,
                        LARGEST_SHIFT,
                        "Added to the attention logits of the reference; 0.693 (ln 2) doubles its weight."),
                new Parameter.Decimal(
                        "only_self_level", 0, 0, 1, "Share of the self-attention layers that are left alone."),
                new Parameter.Decimal("start", 0, 0, 1, "Share of the steps before which nothing is shared."),
                new Parameter.Decimal("end", 1, 0, 1, "Share of the steps from which on nothing is shared."));
    }

    /// What is wrong with the values.
    static List<Mismatch> mismatches(ParameterValues values) {
        List<Mismatch> mismatches = new ArrayList<>();
        String curve = values.text("strength_curve");
        try {
            StrengthCurve.parse(curve);
        } catch (IllegalArgumentException e) {
            mismatches.add(refused("strength_curve", e));
        }
        double strength = values.decimal("strength");
        boolean graded = (strength != 0 && strength != 1) || !curve.isBlank();
        if (values.flag("full_attention_share") && graded) {
            mismatches.add(new Mismatch(
                    "full_attention_share",
                    "with it all pictures attend to each other alike, so that there is no strength between 0 and 1 and"
                            + " none above",
                    "set strength to 1 and leave strength_curve empty, or switch it off"));
        }
        if (values.decimal("start") > values.decimal("end")) {
            mismatches.add(new Mismatch(
                    "start",
                    "it is " + values.decimal("start") + ", which is after end, " + values.decimal("end"),
                    "make start the smaller one"));
        }
        return mismatches;
    }

    /// A sentence `what is wrong; what to do.` as what is wrong with a parameter.
    static Mismatch refused(String parameter, IllegalArgumentException refusal) {
        String sentence = String.valueOf(refusal.getMessage());
        int remedy = sentence.indexOf("; ");
        return new Mismatch(
                parameter,
                Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1, remedy),
                sentence.substring(remedy + 2, sentence.length() - 1));
    }

    /// Reads a node's values.
    ///
    /// @param references the rows that others take their style from
    static AlignmentSchedule schedule(ParameterValues values, List<Reference> references) {
        StyleAlignment alignment = new StyleAlignment(
                values.flag("share_attention"),
                values.flag("adain_queries"),
                values.flag("adain_keys"),
                values.flag("adain_values"),
                values.flag("share_group_norm"),
                values.flag("full_attention_share"),
                values.decimal("style_scale"),
                values.decimal("style_shift"),
                values.decimal("only_self_level"));
        return new AlignmentSchedule(
                alignment,
                references,
                values.decimal("strength"),
                StrengthCurve.parse(values.text("strength_curve")),
                values.decimal("start"),
                values.decimal("end"));
    }
}
