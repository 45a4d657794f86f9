package dev.weft.models.lora;

import dev.weft.models.safetensors.Safetensors;
import dev.weft.models.safetensors.SafetensorsException;
import dev.weft.models.safetensors.SafetensorsTensor;
import dev.weft.models.safetensors.SafetensorsType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts the tensors of a file together to layers and checks that they belong together.
final class LoraReader {
    private static final Set<SafetensorsType> FLOATS =
            EnumSet.of(SafetensorsType.F16, SafetensorsType.BF16, SafetensorsType.F32, SafetensorsType.F64);
    private static final int NAMED = 3;
    private static final int MATRIX = 2;
    private static final int KERNEL = 4;

    private final String name;
    private final AdapterMetadata settings;
    private final List<String> strangers = new ArrayList<>();
    private final Map<String, LoraKey> keys = new LinkedHashMap<>();
    private final Map<String, Map<LoraRole, SafetensorsTensor>> tensors = new LinkedHashMap<>();

    private LoraReader(String name, AdapterMetadata settings) {
        this.name = name;
        this.settings = settings;
    }

    /// What a file holds.
    ///
    /// @param layers at least one, no two for one layer of one network
    /// @param strangers keys that are no LoRA's
    record Content(List<LoraLayer> layers, List<String> strangers) {}

    static Content read(String name, Safetensors file) throws LoraException {
        LoraReader reader = new LoraReader(name, AdapterMetadata.of(name, file.metadata()));
        for (SafetensorsTensor tensor : file.tensors().values()) {
            reader.sort(tensor);
        }
        List<LoraLayer> layers = new ArrayList<>();
        Map<String, String> spelled = new LinkedHashMap<>();
        for (LoraKey key : reader.keys.values()) {
            Optional<LoraLayer> layer = reader.layer(key);
            if (layer.isPresent()) {
                String other = spelled.put(key.part() + " " + key.module(), key.layer());
                if (other != null) {
                    throw new LoraException("The LoRA " + name + " changes one layer twice, as \"" + other
                            + "\" and as \"" + key.layer() + "\"; use a file in one layout.");
                }
                layers.add(layer.get());
            }
        }
        if (layers.isEmpty()) {
            throw new LoraException("The file " + name + " is no LoRA that Weft knows: of its "
                    + file.tensors().size() + " tensors none has a key such as \"….lora_A.weight\" or"
                    + " \"lora_unet_….lora_down.weight\""
                    + (reader.strangers.isEmpty() ? "" : " (they begin with " + some(reader.strangers) + ")")
                    + "; use a LoRA for Stable Diffusion.");
        }
        return new Content(List.copyOf(layers), List.copyOf(reader.strangers));
    }

    /// The first few of a list, in quotation marks.
    static String some(List<String> names) {
        String first = String.join(
                ", ",
                names.stream().limit(NAMED).map(each -> "\"" + each + "\"").toList());
        return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
    }

    private void sort(SafetensorsTensor tensor) throws LoraException {
        Optional<LoraKey> key = LoraKey.parse(tensor.name());
        if (key.isEmpty()) {
            strangers.add(tensor.name());
            return;
        }
        LoraRole role = key.get().role();
        if (role.unsupported().isPresent()) {
            throw new LoraException(
                    "The LoRA " + name + " holds " + role.unsupported().get() + " at \"" + tensor.name()
                            + "\", which Weft cannot merge; use a plain LoRA.");
        }
        if (!FLOATS.contains(tensor.type())) {
            throw new LoraException("The LoRA " + name + " stores \"" + tensor.name() + "\" as " + tensor.type()
                    + "; Weft reads LoRAs in F16, BF16, F32 and F64.");
        }
        keys.putIfAbsent(key.get().layer(), key.get());
        Map<LoraRole, SafetensorsTensor> layer =
                tensors.computeIfAbsent(key.get().layer(), _ -> new EnumMap<>(LoraRole.class));
        if (layer.put(role, tensor) != null) {
            throw new LoraException("The LoRA " + name + " holds two matrices of one kind for the layer \""
                    + key.get().layer() + "\", the second as \"" + tensor.name() + "\"; use a file with one adapter.");
        }
    }

    private Optional<LoraLayer> layer(LoraKey key) throws LoraException {
        Map<LoraRole, SafetensorsTensor> parts = tensors.getOrDefault(key.layer(), Map.of());
        SafetensorsTensor down = parts.get(LoraRole.DOWN);
        SafetensorsTensor up = parts.get(LoraRole.UP);
        if (down == null && up == null) {
            strangers.add(key.layer() + ".alpha");
            return Optional.empty();
        }
        if (down == null || up == null) {
            throw new LoraException("The LoRA " + name + " lacks the "
                    + (down == null ? "down matrix (lora_down, lora_A)" : "up matrix (lora_up, lora_B)")
                    + " of the layer \"" + key.layer() + "\"; the file is damaged, so get it again.");
        }
        long[] thin = down.shape();
        long[] wide = up.shape();
        boolean ranks = (thin.length == MATRIX || thin.length == KERNEL)
                && (wide.length == MATRIX || wide.length == KERNEL)
                && thin[0] > 0
                && thin[0] == wide[1]
                && Arrays.stream(thin).noneMatch(size -> size == 0)
                && Arrays.stream(wide, 2, wide.length).allMatch(size -> size == 1);
        if (!ranks) {
            throw new LoraException("The LoRA " + name + " has for the layer \"" + key.layer()
                    + "\" matrices of the shapes " + Arrays.toString(thin) + " (down) and " + Arrays.toString(wide)
                    + " (up), which do not go together; get the file again.");
        }
        int rank = Math.toIntExact(thin[0]);
        return Optional.of(new LoraLayer(key.part(), key.layer(), key.module(), down, up, scale(key, rank, parts)));
    }

    private double scale(LoraKey key, int rank, Map<LoraRole, SafetensorsTensor> parts) throws LoraException {
        SafetensorsTensor alpha = parts.get(LoraRole.ALPHA);
        if (alpha == null) {
            return settings.scale(key, rank).orElse(1.0);
        }
        if (alpha.count() != 1) {
            throw new LoraException("The LoRA " + name + " has " + alpha.count() + " numbers in \"" + alpha.name()
                    + "\" in place of one; get the file again.");
        }
        try {
            return alpha.requireFinite().floats()[0] / (double) rank;
        } catch (SafetensorsException e) {
            throw new LoraException(String.valueOf(e.getMessage()), e);
        }
    }
}
