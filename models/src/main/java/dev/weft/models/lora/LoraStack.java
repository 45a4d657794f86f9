package dev.weft.models.lora;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// LoRAs on top of each other, each with its strengths. The order has no effect but rounding.
///
/// @param entries the LoRAs, the first one added first
public record LoraStack(List<Entry> entries) {
    /// Takes a copy.
    public LoraStack {
        entries = List.copyOf(entries);
    }

    /// One LoRA of a stack.
    ///
    /// @param lora what is added
    /// @param unetStrength factor on what it adds to the U-Net; negative ones take away
    /// @param textStrength the same for the text encoders
    public record Entry(Lora lora, double unetStrength, double textStrength) {
        /// The factor for one network.
        public double strength(LoraPart part) {
            return part == LoraPart.UNET ? unetStrength : textStrength;
        }
    }

    /// No LoRA.
    public static LoraStack empty() {
        return new LoraStack(List.of());
    }

    /// This stack with one more on top.
    public LoraStack with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        return new LoraStack(more);
    }

    /// Whether a network stays as it is.
    public boolean isEmpty(LoraPart part) {
        return active(part).isEmpty();
    }

    /// The same for stacks that do the same to a network.
    public String key(LoraPart part) {
        return active(part).stream()
                .map(entry -> entry.lora().identity() + "*" + entry.strength(part))
                .collect(Collectors.joining("+"));
    }

    /// What does something to a network, by name and strength, such as `paper_cutout × 0.8`; empty if nothing does.
    public String named(LoraPart part) {
        return active(part).stream()
                .map(entry -> entry.lora().name() + " × " + entry.strength(part))
                .collect(Collectors.joining(", "));
    }

    List<Entry> active(LoraPart part) {
        return entries.stream()
                .filter(entry -> entry.strength(part) != 0 && entry.lora().layers(part) > 0)
                .toList();
    }
}
