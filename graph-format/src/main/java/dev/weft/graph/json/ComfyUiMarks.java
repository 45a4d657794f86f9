package dev.weft.graph.json;

/// Recognises the two files that ComfyUI saves: the canvas, and the prompt made for its server.
final class ComfyUiMarks {
    private ComfyUiMarks() {}

    static boolean in(JsonObject document) {
        if (document.get("last_node_id").isPresent()) {
            return true;
        }
        for (JsonValue value : document.members().values()) {
            if (value instanceof JsonObject node && node.get("class_type").isPresent()) {
                return true;
            }
        }
        return document.get("nodes").orElse(JsonNull.NULL) instanceof JsonArray nodes
                && !nodes.elements().isEmpty()
                && nodes.elements().getFirst() instanceof JsonObject first
                && (first.get("class_type").isPresent()
                        || first.get("widgets_values").isPresent());
    }
}
