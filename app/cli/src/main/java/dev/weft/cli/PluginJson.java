package dev.weft.cli;

import dev.weft.graph.json.JsonArray;
import dev.weft.graph.json.JsonObject;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import dev.weft.runtime.plugin.PluginOrigin;
import dev.weft.runtime.plugin.PluginStatus;
import java.util.LinkedHashMap;
import java.util.Map;

/// A plugin for programs. The form is documented in `docs/command-line.md`; keys are only ever added.
final class PluginJson {
    private PluginJson() {}

    static JsonObject of(PluginStatus plugin) {
        PluginOrigin origin = plugin.origin();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        origin.id().ifPresent(id -> members.put("id", new JsonString(id)));
        origin.version().ifPresent(version -> members.put("version", new JsonString(version)));
        members.put("status", new JsonString(PluginWords.state(plugin)));
        if (!(plugin instanceof PluginStatus.Loaded)) {
            members.put("problem", new JsonString(plugin.message()));
        }
        members.put(
                "node_types",
                new JsonArray(PluginWords.nodeTypes(plugin).stream()
                        .map(type -> (JsonValue) new JsonString(type.toString()))
                        .toList()));
        members.put("source", new JsonString(origin.source().toString()));
        origin.sha256().ifPresent(sha256 -> members.put("sha256", new JsonString(sha256)));
        return new JsonObject(members);
    }
}
