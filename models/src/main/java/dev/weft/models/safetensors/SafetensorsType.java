package dev.weft.models.safetensors;

import java.util.Arrays;
import java.util.Optional;

/// The element types of the format.
public enum SafetensorsType {
    /// One byte, 0 or 1.
    BOOL(1),
    /// Unsigned 8-bit integer.
    U8(1),
    /// Signed 8-bit integer.
    I8(1),
    /// 8-bit float with 5 bits of exponent.
    F8_E5M2(1),
    /// 8-bit float with 4 bits of exponent.
    F8_E4M3(1),
    /// Unsigned 16-bit integer.
    U16(2),
    /// Signed 16-bit integer.
    I16(2),
    /// IEEE half precision.
    F16(2),
    /// The upper half of a single precision float.
    BF16(2),
    /// Unsigned 32-bit integer.
    U32(4),
    /// Signed 32-bit integer.
    I32(4),
    /// IEEE single precision.
    F32(4),
    /// Unsigned 64-bit integer.
    U64(8),
    /// Signed 64-bit integer.
    I64(8),
    /// IEEE double precision.
    F64(8);

    private final int bytes;

    SafetensorsType(int bytes) {
        this.bytes = bytes;
    }

    /// Bytes of one element.
    public int bytes() {
        return bytes;
    }

    /// The type that a header calls `name`.
    static Optional<SafetensorsType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
