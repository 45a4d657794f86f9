package dev.weft.models.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Float tensors of a golden file in the safetensors format, read without Weft's own reader.
record GoldenTensors(JsonNode header, ByteBuffer data) {
    /// A shape and the elements in row-major order.
    static final class Tensor {
        private final long[] shape;
        private final float[] values;

        Tensor(long[] shape, float[] values) {
            this.shape = shape;
            this.values = values;
        }

        long[] shape() {
            return shape;
        }

        float[] values() {
            return values;
        }
    }

    static GoldenTensors read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[Math.toIntExact(bytes.getLong())];
        bytes.get(header);
        return new GoldenTensors(
                JsonMapper.shared().readTree(new String(header, StandardCharsets.UTF_8)),
                bytes.slice().order(ByteOrder.LITTLE_ENDIAN));
    }

    Tensor tensor(String name) {
        JsonNode entry = header.required(name);
        JsonNode dimensions = entry.required("shape");
        long[] shape = new long[dimensions.size()];
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = dimensions.get(axis).asLong();
        }
        int begin = entry.required("data_offsets").get(0).asInt();
        int end = entry.required("data_offsets").get(1).asInt();
        float[] values = new float[(end - begin) / Float.BYTES];
        data.slice(begin, end - begin)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return new Tensor(shape, values);
    }
}
