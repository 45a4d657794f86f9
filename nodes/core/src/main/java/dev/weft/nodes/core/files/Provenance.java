package dev.weft.nodes.core.files;

import dev.weft.graph.types.ParameterValues;
import dev.weft.nodes.api.NodeContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What an output file says of its own making.
public final class Provenance {
    private static final String SEED = "seed";

    private Provenance() {}

    /// `workflow`: the workflow as it was run; `seed`: the seeds of the nodes that the file comes from, divided by
    /// blanks, if there is any.
    public static Map<String, String> of(NodeContext context) {
        Map<String, String> text = new LinkedHashMap<>();
        text.put("workflow", context.workflow());
        List<String> seeds = context.upstream().values().stream()
                .map(ParameterValues::asMap)
                .filter(values -> values.get(SEED) instanceof Long)
                .map(values -> Long.toUnsignedString((Long) values.get(SEED)))
                .toList();
        if (!seeds.isEmpty()) {
            text.put(SEED, seeds.stream().collect(Collectors.joining(" ")));
        }
        return text;
    }
}
