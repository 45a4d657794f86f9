package dev.weft.editor.node;

import dev.weft.editor.node.field.Field;
import dev.weft.editor.node.field.PlacedRow;
import dev.weft.editor.node.field.Row;
import dev.weft.editor.theme.Measures;
import java.util.List;

/// Which parameters the rows of a node belong to.
final class FieldRows {
    private FieldRows() {}

    /// Names of the parameters that a row sets; none for a heading.
    static List<String> names(Row row) {
        return switch (row) {
            case Field.Span span -> List.of(span.parameter().name(), span.end().name());
            case Field field -> List.of(field.parameter().name());
            case Row.Heading _ -> List.of();
        };
    }

    /// Where a wire ends whose parameter lies in a folded group: at the last folded head, or at the node's own.
    static double headingOf(List<PlacedRow> rows, String parameter, NodeModel model) {
        return rows.stream()
                .filter(row -> row.row() instanceof Row.Heading heading && !heading.open())
                .filter(row -> ((Row.Heading) row.row()).holds().contains(parameter))
                .mapToDouble(row -> row.area().getMinY() + row.area().getHeight() / 2)
                .findFirst()
                .orElse(1 + Measures.NODE_HEAD / 2);
    }
}
