package dev.weft.models.lora;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How much of a LoRA a model has a place for.
///
/// @param found how many layers are in the model
/// @param missing layers that are not, as the file spells them
public record LoraMatch(int found, List<String> missing) {
    /// Takes a copy.
    public LoraMatch {
        missing = List.copyOf(missing);
    }

    /// Nothing looked for yet.
    public static LoraMatch none() {
        return new LoraMatch(0, List.of());
    }

    /// No place for one part of a LoRA.
    public static LoraMatch nothing(Lora lora, LoraPart part) {
        return new LoraMatch(
                0, lora.layersOf(part).stream().map(LoraLayer::name).toList());
    }

    /// Both together.
    public LoraMatch and(LoraMatch other) {
        List<String> all = new ArrayList<>(missing);
        all.addAll(other.missing);
        return new LoraMatch(found + other.found, all);
    }

    /// What was left out, as a sentence; nothing if all was found.
    ///
    /// @param model names the model
    /// @throws LoraException if the model has no place for any layer
    public Optional<String> remark(Lora lora, String model) throws LoraException {
        int all = found + missing.size();
        if (found == 0) {
            throw new LoraException("The LoRA " + lora + " fits no layer of the model " + model + ": of its " + all
                    + " layers, among them " + LoraReader.some(missing)
                    + ", 0 matched; use a LoRA that was trained on this kind of model.");
        }
        List<String> left = new ArrayList<>(missing);
        left.addAll(lora.strangers());
        if (left.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("Of the LoRA " + lora + ", " + found + " of " + all + " layers matched the model " + model
                + "; left out: " + LoraReader.some(left) + ".");
    }
}
