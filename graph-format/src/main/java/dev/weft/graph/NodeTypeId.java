package dev.weft.graph;

import java.util.regex.Pattern;

/// Names a node type: `namespace:path`, such as `core:load_model`. The namespace is the id of the plugin that
/// provides the type.
///
/// @param namespace lower-case letters, digits, `_` and `-`, beginning with a letter; at most 64 characters
/// @param path as the namespace, and `/` for grouping
public record NodeTypeId(String namespace, String path) implements Comparable<NodeTypeId> {
    private static final Pattern NAMESPACE = Pattern.compile("[a-z][a-z0-9_-]{0,63}");
    private static final Pattern PATH = Pattern.compile("[a-z][a-z0-9_/-]{0,127}");

    /// @throws IllegalArgumentException if either part has another form
    public NodeTypeId {
        if (!NAMESPACE.matcher(namespace).matches() || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("'" + namespace + ":" + path
                    + "' is not a node type id; write plugin:name in lower case, such as core:load_model");
        }
    }

    /// Parses what [#toString()] writes.
    ///
    /// @throws IllegalArgumentException if `text` is not of the form `namespace:path`
    public static NodeTypeId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a node type id; write plugin:name in lower case, such as core:load_model");
        }
        return new NodeTypeId(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public int compareTo(NodeTypeId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return namespace + ":" + path;
    }
}
