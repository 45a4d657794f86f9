package dev.weft.models.safetensors;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The tensors and the metadata of one file.
public final class Safetensors {
    private final String source;
    private final Map<String, SafetensorsTensor> tensors;
    private final Map<String, String> metadata;

    Safetensors(String source, Map<String, SafetensorsTensor> tensors, Map<String, String> metadata) {
        this.source = source;
        this.tensors = Collections.unmodifiableMap(tensors);
        this.metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    }

    /// What is to be written to a file.
    ///
    /// @param tensors the tensors, no two of one name
    /// @param metadata free text by key
    /// @throws IllegalArgumentException if two tensors have one name
    public static Safetensors of(List<SafetensorsTensor> tensors, Map<String, String> metadata) {
        Map<String, SafetensorsTensor> byName = new LinkedHashMap<>();
        for (SafetensorsTensor tensor : tensors) {
            if (byName.put(tensor.name(), tensor) != null) {
                throw new IllegalArgumentException("Two tensors are called \"" + tensor.name() + "\".");
            }
        }
        return new Safetensors("(new)", byName, metadata);
    }

    /// The tensors by name, in the order of the header.
    public Map<String, SafetensorsTensor> tensors() {
        return tensors;
    }

    /// The metadata by key, sorted by key.
    public Map<String, String> metadata() {
        return metadata;
    }

    /// The tensor called `name`.
    ///
    /// @throws SafetensorsException if the file has none of that name
    public SafetensorsTensor tensor(String name) throws SafetensorsException {
        SafetensorsTensor tensor = tensors.get(name);
        if (tensor == null) {
            List<String> some = tensors.keySet().stream().limit(5).toList();
            throw new SafetensorsException(
                    source,
                    "there is no tensor \"" + name + "\"; the file holds " + tensors.size() + " tensors"
                            + (some.isEmpty() ? "" : ", beginning with " + String.join(", ", some)) + ".");
        }
        return tensor;
    }

    /// Makes sure that no tensor holds NaN or infinity.
    ///
    /// @return this
    /// @throws SafetensorsException naming the first element that is not finite
    public Safetensors requireFinite() throws SafetensorsException {
        for (SafetensorsTensor tensor : tensors.values()) {
            tensor.requireFinite();
        }
        return this;
    }
}
