package dev.weft.runtime.trust;

import dev.weft.graph.json.JsonObject;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Permissions as JSON that people can read: a line for each content.
final class PermissionText {
    private PermissionText() {}

    static String of(Permissions permissions) {
        String allowed = permissions.allowed().entrySet().stream()
                .map(each -> "    " + new JsonString(each.getKey()) + ": [\n" + contents(each.getValue()) + "\n    ]")
                .collect(Collectors.joining(",\n"));
        String forbidden = permissions.forbidden().stream()
                .map(id -> new JsonString(id).toString())
                .collect(Collectors.joining(", "));
        return "{\n  \"allowed\": {" + (allowed.isEmpty() ? "" : "\n" + allowed + "\n  ") + "},\n  \"forbidden\": ["
                + forbidden + "]\n}\n";
    }

    private static String contents(List<AllowedContent> contents) {
        return contents.stream().map(PermissionText::content).collect(Collectors.joining(",\n"));
    }

    private static String content(AllowedContent content) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("sha256", new JsonString(content.sha256()));
        members.put("version", new JsonString(content.version()));
        members.put("source", new JsonString(content.source().toString()));
        return "      " + new JsonObject(members);
    }
}
