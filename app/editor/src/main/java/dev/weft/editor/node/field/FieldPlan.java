package dev.weft.editor.node.field;

import dev.weft.editor.theme.Measures;
import dev.weft.editor.theme.Typeset;
import dev.weft.graph.Node;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Rectangle2D;

/// The fields of a node in their groups, before they are given places.
///
/// @param sections what stands between two lines
public record FieldPlan(List<Section> sections) {
    /// Fields that stand together.
    ///
    /// @param heading their title, if they have one
    /// @param rows fields that share a row
    public record Section(Optional<Row.Heading> heading, List<List<Field>> rows) {}

    /// Where fields came to lie.
    ///
    /// @param rows in their places
    /// @param lines where lines divide sections, from above
    /// @param bottom where the last section ends
    public record Placement(List<PlacedRow> rows, List<Double> lines, double bottom) {}

    private static final double HEADING = 16;
    private static final double BELOW_HEADING = 6;
    private static final double CLOSED_HEADING = 20;
    private static final double MODEL = 40;
    private static final double LINE = 20;
    private static final double GUTTER = 16;
    private static final int FEWEST_LINES = 1;
    private static final int MOST_LINES = 12;
    private static final String OPEN_MARK = "open:";

    /// Reads a node.
    ///
    /// @param linked names of parameters that a wire feeds
    /// @param faulty name of the parameter that a run complained about
    public static FieldPlan of(
            Node node, NodeSignature type, Set<String> linked, Surroundings surroundings, Optional<String> faulty) {
        FieldReader reader = new FieldReader(node, type.parameters(), linked, surroundings, faulty);
        List<Section> sections = new ArrayList<>();
        for (FieldGroup group : FieldGroup.of(type)) {
            if (!group.id().equals(FieldGroup.WILDCARDS) || drawsLots(node, linked)) {
                sections.add(section(group, node, type, reader));
            }
        }
        return new FieldPlan(sections.stream()
                .filter(section ->
                        section.heading().isPresent() || !section.rows().isEmpty())
                .toList());
    }

    /// The name under which a node's look keeps that a group is not as usual: folded, or open for the one that
    /// is
    /// folded at first.
    static String mark(String group) {
        return group.equals(FieldGroup.MORE) ? OPEN_MARK + group : group;
    }

    private static boolean open(Node node, String group) {
        List<String> folded = node.look().folded();
        return group.equals(FieldGroup.MORE) ? folded.contains(OPEN_MARK + group) : !folded.contains(group);
    }

    /// Whether choices or wildcards stand in the prompt, or were set up.
    private static boolean drawsLots(Node node, Set<String> linked) {
        String text = Optional.ofNullable(node.parameters().get("text"))
                .map(Object::toString)
                .orElse("");
        return text.matches("(?s).*(\\{.*\\|.*\\}|__\\S+__).*")
                || linked.contains("wildcard_seed")
                || linked.contains("wildcards");
    }

    private static Section section(FieldGroup group, Node node, NodeSignature type, FieldReader reader) {
        boolean open = group.id().isEmpty() || open(node, group.id());
        List<List<Field>> rows = new ArrayList<>();
        for (List<String> names : group.rows()) {
            List<Parameter> parameters = names.stream()
                    .flatMap(name -> type.parameter(name).stream())
                    .toList();
            rows.addAll(fields(group, parameters, reader));
        }
        if (group.id().isEmpty()) {
            return new Section(Optional.empty(), rows);
        }
        String gist = open ? "" : Gist.of(group.id(), rows, reader);
        List<String> holds = group.rows().stream().flatMap(List::stream).toList();
        return new Section(
                Optional.of(new Row.Heading(group.id(), FieldWords.group(group.id()), open, gist, holds)),
                open ? rows : List.of());
    }

    private static List<List<Field>> fields(FieldGroup group, List<Parameter> parameters, FieldReader reader) {
        boolean wired =
                parameters.stream().anyMatch(parameter -> reader.linked().contains(parameter.name()));
        if (wired) {
            return parameters.stream()
                    .map(parameter -> List.of(reader.read(parameter, false)))
                    .toList();
        }
        if (group.id().equals(FieldGroup.SHARED)) {
            return List.of(parameters.stream().map(reader::chip).toList());
        }
        Set<String> names = parameters.stream().map(Parameter::name).collect(Collectors.toSet());
        if (names.equals(Set.of("start", "end"))) {
            return List.of(List.of(reader.span(parameters.getFirst(), parameters.getLast())));
        }
        boolean narrow = parameters.size() > 1;
        return List.of(parameters.stream()
                .map(parameter -> reader.read(parameter, narrow))
                .toList());
    }

    /// Gives the fields places below one another.
    ///
    /// @param x where they begin
    /// @param y where the first section begins
    /// @param width of the fields
    /// @param lined whether a line stands above the first section
    /// @param spare height that long texts may take beyond their lines
    public Placement place(double x, double y, double width, boolean lined, double spare) {
        List<PlacedRow> placed = new ArrayList<>();
        List<Double> lines = new ArrayList<>();
        double top = y;
        double left = spare;
        for (Section section : sections) {
            boolean closed =
                    section.heading().filter(heading -> !heading.open()).isPresent();
            if (lined || top > y) {
                lines.add(top);
                top += 1;
            }
            top += closed ? Measures.FIELD_GAP : Measures.NODE_PADDING;
            if (section.heading().isPresent()) {
                double height = closed ? CLOSED_HEADING : HEADING;
                placed.add(new PlacedRow(section.heading().get(), new Rectangle2D(x, top, width, height)));
                top += closed ? height : height + BELOW_HEADING;
            }
            for (int i = 0; i < section.rows().size(); i++) {
                List<Field> row = section.rows().get(i);
                double height = height(row, width);
                if (row.getFirst() instanceof Field.Prose) {
                    height += left;
                    left = 0;
                }
                double each = (width - Measures.FIELD_GAP * (row.size() - 1)) / row.size();
                for (int j = 0; j < row.size(); j++) {
                    Rectangle2D area = new Rectangle2D(x + j * (each + Measures.FIELD_GAP), top, each, height);
                    placed.add(new PlacedRow(row.get(j), area));
                }
                top += height + (i + 1 < section.rows().size() ? Measures.FIELD_GAP : 0);
            }
            top += closed ? Measures.FIELD_GAP : Measures.NODE_PADDING;
        }
        return new Placement(placed, lines, top);
    }

    /// Height of a row.
    static double height(List<Field> row, double width) {
        return switch (row.getFirst()) {
            case Field.Prose prose ->
                Measures.NODE_PADDING + LINE * Math.clamp(lines(prose, width), FEWEST_LINES, MOST_LINES);
            case Field.Model model -> model.kind() == FileKind.MODEL ? MODEL : Measures.FIELD;
            default -> Measures.FIELD;
        };
    }

    /// How many lines a long text takes.
    static int lines(Field.Prose prose, double width) {
        double column = width - 2 * Measures.NODE_PADDING;
        if (!prose.numbered()) {
            return prose.words()
                    .lines()
                    .mapToInt(line -> Typeset.SMALL.lines(line, column))
                    .sum();
        }
        return prose.words()
                .lines()
                .mapToInt(line -> Typeset.SMALL.lines(line, column - GUTTER))
                .sum();
    }
}
