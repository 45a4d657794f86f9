package dev.weft.editor.search;

import dev.weft.graph.NodeTypeId;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/// Other names under which people look for Weft's own node types: what ComfyUI calls them, and everyday words.
final class Aliases {
    private final Properties names = new Properties();

    Aliases() {
        try (Reader text = new InputStreamReader(
                Objects.requireNonNull(Aliases.class.getResourceAsStream("aliases.properties")),
                StandardCharsets.UTF_8)) {
            names.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The other names of a node type.
    List<String> of(NodeTypeId type) {
        String found = names.getProperty(type.namespace() + "." + type.path(), "");
        return found.isEmpty() ? List.of() : List.of(found.split("\\s*,\\s*", -1));
    }
}
