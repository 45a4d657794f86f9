package dev.weft.graph;

/// Names a node type: `namespace:path`, such as `core:load_model`. The namespace is the id of the plugin that
/// provides the type.
///
/// @param namespace lower-case letters, digits, `_` and `-`, beginning with a letter; at most 64 characters
/// @param path as the namespace, and `/` for grouping; at most 128 characters
public record NodeTypeId(String namespace, String path) implements Comparable<NodeTypeId> {
    private static final int LONGEST_NAMESPACE = 64;
    private static final int LONGEST_PATH = 128;

    /// @throws IllegalArgumentException if either part has another form
    public NodeTypeId {
        if (!isName(namespace, LONGEST_NAMESPACE, false) || !isName(path, LONGEST_PATH, true)) {
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

    private static boolean isName(String text, int longest, boolean slashes) {
        if (text.isEmpty() || text.length() > longest || !isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean allowed = isLetter(each)
                    || (each >= '0' && each <= '9')
                    || each == '_'
                    || each == '-'
                    || (slashes && each == '/');
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char each) {
        return each >= 'a' && each <= 'z';
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
