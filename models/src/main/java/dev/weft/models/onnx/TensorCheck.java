package dev.weft.models.onnx;

import dev.weft.models.onnx.proto.OnnxProto.TensorProto;
import java.nio.file.Path;
import java.util.List;

/// Checks that a constant holds as much data as its shape says, before anything is allocated by that shape.
final class TensorCheck {
    private final Path file;
    private final ExternalData externalData;

    TensorCheck(Path file, ExternalData externalData) {
        this.file = file;
        this.externalData = externalData;
    }

    /// @param place what names the tensor in a message, such as `constant 'bias'`
    void check(TensorProto tensor, String place) throws InvalidModelException {
        OnnxType type = OnnxType.ofCode(tensor.getDataType())
                .orElseThrow(() -> new InvalidModelException("The model file " + file + " has the " + place
                        + " of the unknown element type " + tensor.getDataType()
                        + "; export the model with another type."));
        long elements = elements(tensor, type, place);
        if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
            externalData.check(tensor, bytes(elements, type));
        } else if (tensor.hasRawData()) {
            require(place, tensor, tensor.getRawData().size(), bytes(elements, type), "bytes");
        } else {
            require(place, tensor, typedCount(tensor, type), typedCountExpected(elements, type), "values");
        }
    }

    private long elements(TensorProto tensor, OnnxType type, String place) throws InvalidModelException {
        long elements = 1;
        for (long dimension : tensor.getDimsList()) {
            if (dimension < 0) {
                throw new InvalidModelException("The model file " + file + " has the " + place + " with the shape "
                        + tensor.getDimsList() + ", which has a negative dimension; get or export the model again.");
            }
            try {
                elements = Math.multiplyExact(elements, dimension);
                Math.multiplyExact(elements, Math.max(type.bits(), 1L));
            } catch (ArithmeticException e) {
                throw new InvalidModelException(
                        "The model file " + file + " has the " + place + " with the shape " + tensor.getDimsList()
                                + ", which is larger than any memory; get or export the model again.",
                        e);
            }
        }
        return elements;
    }

    private static long bytes(long elements, OnnxType type) {
        return (elements * type.bits() + 7) / 8;
    }

    private void require(String place, TensorProto tensor, long found, long expected, String unit)
            throws InvalidModelException {
        if (found != expected) {
            throw new InvalidModelException("The model file " + file + " has the " + place + " with the shape "
                    + tensor.getDimsList() + " and " + found + " " + unit + " of data, but the shape needs " + expected
                    + "; get or export the model again.");
        }
    }

    /// Number of entries in the typed field that the format prescribes for the element type.
    private static long typedCount(TensorProto tensor, OnnxType type) {
        return switch (type) {
            case FLOAT, COMPLEX64 -> tensor.getFloatDataCount();
            case DOUBLE, COMPLEX128 -> tensor.getDoubleDataCount();
            case INT64 -> tensor.getInt64DataCount();
            case UINT32, UINT64 -> tensor.getUint64DataCount();
            case STRING -> tensor.getStringDataCount();
            default -> tensor.getInt32DataCount();
        };
    }

    private static long typedCountExpected(long elements, OnnxType type) {
        if (List.of(OnnxType.COMPLEX64, OnnxType.COMPLEX128).contains(type)) {
            return 2 * elements;
        }
        // Four-bit types are packed in pairs.
        return type.bits() == 4 ? (elements + 1) / 2 : elements;
    }
}
