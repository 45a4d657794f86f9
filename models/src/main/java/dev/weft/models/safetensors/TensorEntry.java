package dev.weft.models.safetensors;

import java.util.List;

/// What the header says about one tensor, checked by itself but not yet against its neighbours.
///
/// @param name the tensor's name
/// @param type the element type
/// @param shape the dimensions, none negative
/// @param begin first byte in the data section
/// @param end byte after the last in the data section
record TensorEntry(String name, SafetensorsType type, List<Long> shape, long begin, long end) {
    long[] extents() {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }

    long bytes() {
        return end - begin;
    }
}
