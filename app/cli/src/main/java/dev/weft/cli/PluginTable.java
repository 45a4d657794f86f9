package dev.weft.cli;

import dev.weft.runtime.plugin.PluginOrigin;
import dev.weft.runtime.plugin.PluginStatus;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Plugins as a table, a line for each. Where a terminal is too narrow for the whole, first the hash goes, then the
/// beginning of where the plugin lies; on a very narrow one there are two lines for each.
final class PluginTable {
    /// Digits of a hash that are shown: enough to tell two apart at a glance.
    private static final int HASH_DIGITS = 12;

    /// What is left of a path at least.
    private static final int SHORTEST_SOURCE = 20;

    private static final List<String> TITLES = List.of("ID", "VERSION", "STATUS", "NODE TYPES", "SHA-256", "SOURCE");
    private static final int NODE_TYPES = 3;
    private static final int HASH = 4;
    private static final int SOURCE = 5;
    private static final String GAP = "  ";

    private final List<PluginStatus> plugins;
    private final Path userHome;

    /// @param userHome paths within this folder are shown with `~`
    PluginTable(List<PluginStatus> plugins, Path userHome) {
        this.plugins = plugins;
        this.userHome = userHome;
    }

    /// The lines of the table.
    ///
    /// @param columns how wide they may be; nothing if that does not matter
    List<String> lines(OptionalInt columns) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(TITLES);
        plugins.forEach(plugin -> rows.add(row(plugin)));
        int limit = columns.orElse(Integer.MAX_VALUE);
        List<Integer> all = List.of(0, 1, 2, NODE_TYPES, HASH, SOURCE);
        if (width(rows, all) <= limit) {
            return lines(rows, all, limit);
        }
        List<Integer> some = List.of(0, 1, 2, NODE_TYPES, SOURCE);
        int beforeSource = width(rows, List.of(0, 1, 2, NODE_TYPES)) + GAP.length();
        if (limit - beforeSource >= SHORTEST_SOURCE) {
            return lines(rows, some, limit);
        }
        return plugins.stream()
                .flatMap(plugin -> pair(row(plugin), limit).stream())
                .toList();
    }

    private List<String> row(PluginStatus plugin) {
        PluginOrigin origin = plugin.origin();
        return List.of(
                plugin.plugin(),
                origin.version().orElse("-"),
                PluginWords.state(plugin),
                plugin instanceof PluginStatus.Loaded loaded
                        ? Integer.toString(loaded.nodeTypes().size())
                        : "-",
                origin.sha256().map(hash -> hash.substring(0, HASH_DIGITS)).orElse("-"),
                source(origin.source()));
    }

    private String source(Path source) {
        return source.startsWith(userHome)
                ? Path.of("~").resolve(userHome.relativize(source)).toString()
                : source.toString();
    }

    private static List<String> lines(List<List<String>> rows, List<Integer> columns, int limit) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column : columns) {
                String cell = row.get(column);
                if (column == SOURCE) {
                    line.append(ending(cell, limit - line.length()));
                } else {
                    String padding = " ".repeat(width(rows, column) - cell.length());
                    line.append(column == NODE_TYPES ? padding + cell : cell + padding)
                            .append(GAP);
                }
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static List<String> pair(List<String> row, int limit) {
        String nodeTypes = row.get(NODE_TYPES);
        String brought =
                nodeTypes.equals("-") ? "" : ", " + nodeTypes + (nodeTypes.equals("1") ? " node type" : " node types");
        return List.of(
                row.get(0) + " " + row.get(1) + ": " + row.get(2) + brought,
                GAP + ending(row.get(SOURCE), limit - GAP.length()));
    }

    /// The end of a path, which tells more than its beginning: as many of its names as fit, or of the last what fits.
    private static String ending(String path, int limit) {
        if (path.length() <= limit) {
            return path;
        }
        String end = path.substring(path.length() - Math.max(1, limit - 1));
        int name = end.indexOf(File.separatorChar);
        return "…" + (name < 0 ? end : end.substring(name));
    }

    private static int width(List<List<String>> rows, List<Integer> columns) {
        return columns.stream().mapToInt(column -> width(rows, column)).sum() + GAP.length() * (columns.size() - 1);
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
