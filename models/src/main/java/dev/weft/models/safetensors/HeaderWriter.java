package dev.weft.models.safetensors;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes the JSON header.
final class HeaderWriter {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int ALIGNMENT = 8;

    private HeaderWriter() {}

    /// The header of tensors that lie one after the other, padded with spaces so that the data begins aligned.
    static byte[] write(List<SafetensorsTensor> tensors, Map<String, String> metadata) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            if (!metadata.isEmpty()) {
                json.writeObjectPropertyStart(HeaderReader.METADATA);
                metadata.forEach(json::writeStringProperty);
                json.writeEndObject();
            }
            long offset = 0;
            for (SafetensorsTensor tensor : tensors) {
                long end = offset + tensor.data().remaining();
                json.writeObjectPropertyStart(tensor.name());
                json.writeStringProperty("dtype", tensor.type().name());
                writeNumbers(json, "shape", tensor.shape());
                writeNumbers(json, "data_offsets", offset, end);
                json.writeEndObject();
                offset = end;
            }
            json.writeEndObject();
        }
        while (out.size() % ALIGNMENT != 0) {
            out.write(' ');
        }
        return out.toByteArray();
    }

    private static void writeNumbers(JsonGenerator json, String name, long... numbers) {
        json.writeArrayPropertyStart(name);
        for (long number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }
}
