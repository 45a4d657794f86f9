package dev.weft.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Lines of columns, the last of which is cut where the terminal ends.
///
/// @param rows the titles first; all of one length
record TextTable(List<List<String>> rows) {
    private static final String GAP = "  ";
    private static final int SHORTEST = 8;

    /// The lines. A column that is empty in every row but the titles is left out; one that holds only numbers stands
    /// to the right.
    ///
    /// @param columns how wide they may be; nothing if that does not matter
    List<String> lines(OptionalInt columns) {
        List<Integer> shown = new ArrayList<>();
        for (int column = 0; column < rows.getFirst().size(); column++) {
            if (!empty(column)) {
                shown.add(column);
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column : shown) {
                String cell = row.get(column);
                if (column == shown.getLast()) {
                    line.append(columns.isPresent() ? cut(cell, columns.getAsInt() - line.length()) : cell);
                } else {
                    String padding = " ".repeat(width(column) - cell.length());
                    line.append(numbers(column) ? padding + cell : cell + padding)
                            .append(GAP);
                }
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static String cut(String cell, int room) {
        int limit = Math.max(SHORTEST, room);
        return cell.length() <= limit ? cell : cell.substring(0, limit - 1) + "…";
    }

    private boolean empty(int column) {
        return body(column).stream().allMatch(String::isEmpty);
    }

    private boolean numbers(int column) {
        return body(column).stream().allMatch(cell -> cell.matches("-?[0-9]*"));
    }

    private List<String> body(int column) {
        return rows.stream().skip(1).map(row -> row.get(column)).toList();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
