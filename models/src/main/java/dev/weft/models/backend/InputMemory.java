package dev.weft.models.backend;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The inputs of calls of a few shapes, made once each and refilled from call to call.
///
/// @param <K> what tells shapes apart
public final class InputMemory<K> implements AutoCloseable {
    private static final int KEPT_SHAPES = 4;

    private final Map<K, Map<String, ModelInput>> kept = new LinkedHashMap<>();

    /// The inputs of that shape, by name.
    ///
    /// @param make allocates them if there are none yet; the shape that was made longest ago may make room
    public Map<String, ModelInput> of(K shape, Supplier<Map<String, ModelInput>> make) {
        Map<String, ModelInput> known = kept.get(shape);
        if (known != null) {
            return known;
        }
        if (kept.size() == KEPT_SHAPES) {
            K oldest = kept.keySet().iterator().next();
            release(kept.remove(oldest));
        }
        Map<String, ModelInput> made = make.get();
        kept.put(shape, made);
        return made;
    }

    private static void release(@Nullable Map<String, ModelInput> inputs) {
        if (inputs != null) {
            inputs.values().forEach(ModelInput::close);
        }
    }

    @Override
    public void close() {
        kept.values().forEach(InputMemory::release);
        kept.clear();
    }
}
