package dev.weft.models.lora;

import dev.weft.models.onnx.ModuleName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The attentions of a U-Net in the order in which it runs them, by their names: down, mid, up, each by its
/// numbers, and self-attention before cross-attention.
final class AttentionOrder {
    private static final Pattern ATTENTION = Pattern.compile(
            "^((down_blocks|mid_block|up_blocks)_(?:(\\d{1,4})_)?attentions_(\\d{1,4})_transformer_blocks_(\\d{1,4})_attn([12]))_to_.*");
    private static final List<String> STAGES = List.of("down_blocks", "mid_block", "up_blocks");
    private static final int FIRST_NUMBER = 3;
    private static final int LAST_NUMBER = 6;

    private AttentionOrder() {}

    /// The attentions that layers belong to.
    static List<ModuleName> of(Collection<ModuleName> layers) {
        TreeMap<List<Integer>, ModuleName> ordered =
                new TreeMap<>((left, right) -> Arrays.compare(numbers(left), numbers(right)));
        for (ModuleName layer : layers) {
            Matcher attention = ATTENTION.matcher(layer.flat());
            if (attention.matches()) {
                List<Integer> place = new ArrayList<>(List.of(STAGES.indexOf(attention.group(2))));
                for (int group = FIRST_NUMBER; group <= LAST_NUMBER; group++) {
                    String number = attention.group(group);
                    place.add(number == null ? 0 : Integer.parseInt(number));
                }
                ordered.put(place, new ModuleName(attention.group(1)));
            }
        }
        return List.copyOf(ordered.values());
    }

    private static int[] numbers(List<Integer> place) {
        return place.stream().mapToInt(Integer::intValue).toArray();
    }
}
