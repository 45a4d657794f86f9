package dev.weft.models.lora;

import dev.weft.models.onnx.LowRankUpdate;
import dev.weft.models.onnx.ModuleName;
import dev.weft.models.onnx.OnnxModel;
import dev.weft.models.onnx.WeightMerge;
import dev.weft.models.onnx.WeightSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts a stack of LoRAs into one network.
public final class LoraMerge {
    private final OnnxModel original;
    private final LoraPart part;

    /// @param original the network's model file
    /// @param part which network it is
    public LoraMerge(OnnxModel original, LoraPart part) {
        this.original = original;
        this.part = part;
    }

    /// Which layers of a LoRA the network has.
    ///
    /// @throws LoraException if a layer is of another size in the network
    public LoraMatch match(Lora lora) throws LoraException {
        WeightMerge merge = new WeightMerge(original);
        List<String> missing = new ArrayList<>();
        List<LoraLayer> layers = lora.layersOf(part);
        Map<LoraLayer, ModuleName> targets = targets(merge, lora);
        for (LoraLayer layer : layers) {
            ModuleName target = targets.get(layer);
            if (target == null) {
                missing.add(layer.name());
            } else {
                requireFit(merge, lora, layer, target);
            }
        }
        return new LoraMatch(layers.size() - missing.size(), missing);
    }

    /// The network with the stack in it. Layers that it does not have are left out.
    ///
    /// @throws LoraException if a layer is of another size in the network
    public OnnxModel merged(LoraStack stack) throws LoraException {
        WeightMerge merge = new WeightMerge(original);
        Map<ModuleName, LowRankUpdate> updates = new LinkedHashMap<>();
        for (LoraStack.Entry entry : stack.active(part)) {
            for (Map.Entry<LoraLayer, ModuleName> target :
                    targets(merge, entry.lora()).entrySet()) {
                LoraLayer layer = target.getKey();
                requireFit(merge, entry.lora(), layer, target.getValue());
                LowRankUpdate update = layer.update(target.getValue(), entry.strength(part));
                updates.merge(target.getValue(), update, LowRankUpdate::plus);
            }
        }
        return merge.merged(List.copyOf(updates.values()));
    }

    /// The network's layers that a LoRA changes, in the LoRA's order.
    private Map<LoraLayer, ModuleName> targets(WeightMerge merge, Lora lora) {
        List<LoraLayer> layers = lora.layersOf(part);
        Map<LoraLayer, ModuleName> targets = named(merge, layers);
        if (targets.isEmpty() && part == LoraPart.UNET) {
            Map<ModuleName, WeightSize> sizes = new HashMap<>();
            layers.forEach(layer -> sizes.put(layer.module(), layer.size()));
            merge.nameAttentions(AttentionOrder.of(sizes.keySet()), sizes);
            return named(merge, layers);
        }
        return targets;
    }

    private static Map<LoraLayer, ModuleName> named(WeightMerge merge, List<LoraLayer> layers) {
        OriginalNames names = new OriginalNames(merge.modules());
        Map<LoraLayer, ModuleName> targets = new LinkedHashMap<>();
        for (LoraLayer layer : layers) {
            Optional.of(layer.module())
                    .filter(merge.modules()::contains)
                    .or(() -> names.translate(layer.module()).filter(merge.modules()::contains))
                    .ifPresent(target -> targets.put(layer, target));
        }
        return targets;
    }

    private void requireFit(WeightMerge merge, Lora lora, LoraLayer layer, ModuleName target) throws LoraException {
        if (!layer.size().equals(merge.size(target))) {
            throw new LoraException("The LoRA " + lora + " was made for another model: its layer \"" + layer.name()
                    + "\" changes a weight of " + layer.size() + ", but that of the " + part + " " + original.file()
                    + " is " + merge.size(target) + "; use a LoRA that was trained on this kind of model.");
        }
    }
}
