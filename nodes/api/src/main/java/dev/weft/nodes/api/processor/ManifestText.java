package dev.weft.nodes.api.processor;

import java.util.List;
import java.util.stream.Collectors;

/// A manifest as it is written. None of its texts needs escaping in JSON: each was checked to be an id, a version, a
/// range or the name of a class.
record ManifestText(String id, String version, String entry, String weft, List<Needed> depends) {
    /// A plugin that is needed.
    record Needed(String id, String version, boolean optional) {
        private String json() {
            String value = optional ? "{\"version\": \"" + version + "\", \"optional\": true}" : "\"" + version + "\"";
            return "    \"" + id + "\": " + value;
        }
    }

    ManifestText {
        depends = List.copyOf(depends);
    }

    String json() {
        String needed = depends.isEmpty()
                ? ""
                : depends.stream()
                        .map(Needed::json)
                        .collect(Collectors.joining(",\n", ",\n  \"depends\": {\n", "\n  }"));
        return """
                {
                  "id": "%s",
                  "version": "%s",
                  "entry": "%s",
                  "weft": "%s"%s
                }
                """.formatted(id, version, entry, weft, needed);
    }
}
