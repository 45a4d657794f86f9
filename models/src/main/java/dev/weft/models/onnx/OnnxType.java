package dev.weft.models.onnx;

import java.util.Optional;

/// Element types of tensors, with the codes of the ONNX file format (`TensorProto.DataType`).
public enum OnnxType {
    FLOAT(1, 32),
    UINT8(2, 8),
    INT8(3, 8),
    UINT16(4, 16),
    INT16(5, 16),
    INT32(6, 32),
    INT64(7, 64),
    STRING(8, 0),
    BOOL(9, 8),
    FLOAT16(10, 16),
    DOUBLE(11, 64),
    UINT32(12, 32),
    UINT64(13, 64),
    COMPLEX64(14, 64),
    COMPLEX128(15, 128),
    BFLOAT16(16, 16),
    FLOAT8E4M3FN(17, 8),
    FLOAT8E4M3FNUZ(18, 8),
    FLOAT8E5M2(19, 8),
    FLOAT8E5M2FNUZ(20, 8),
    UINT4(21, 4),
    INT4(22, 4),
    FLOAT4E2M1(23, 4);

    private final int code;
    private final int bits;

    OnnxType(int code, int bits) {
        this.code = code;
        this.bits = bits;
    }

    /// The number that stands for this type in a model file.
    public int code() {
        return code;
    }

    /// Size of one element in bits; 0 for strings, whose size varies.
    public int bits() {
        return bits;
    }

    /// The type with the given code of the file format, or nothing if the format defines no such code.
    public static Optional<OnnxType> ofCode(int code) {
        for (OnnxType type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
