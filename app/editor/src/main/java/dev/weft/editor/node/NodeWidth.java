package dev.weft.editor.node;

import dev.weft.editor.node.field.Field;
import dev.weft.editor.node.field.FieldPlan;
import dev.weft.editor.theme.Measures;
import dev.weft.editor.theme.Typeset;
import dev.weft.graph.types.PortKind;
import java.util.List;
import java.util.Optional;

/// How wide a node is.
final class NodeWidth {
    private static final double BARE = 152;
    private static final double USUAL = 176;
    private static final double PICTURES = 216;
    private static final double PROSE = 232;
    private static final double GROUPS = 248;
    private static final double WIDEST = 320;
    private static final double AROUND_TITLE = 66;
    private static final double LABEL_INSET = 14;
    private static final double LABEL_GAP = 5;
    private static final double AROUND_SWITCH = 18 + 16 + 8 + 28;

    private NodeWidth() {}

    /// The width that people chose, or one in which everything has room.
    static double of(NodeModel model, PortRows ports, Optional<FieldPlan> plan) {
        if (model.node().look().width().isPresent()) {
            return Math.max(
                    Measures.MINIMUM_NODE_WIDTH,
                    model.node().look().width().get().approximate());
        }
        double width = Math.max(usual(model, plan), AROUND_TITLE + Typeset.TITLE.width(model.title()));
        for (int i = 0; i < ports.count(); i++) {
            double left = i < ports.inputs().size() ? label(ports.inputs().get(i)) : 0;
            double right = i < ports.outputs().size() ? label(ports.outputs().get(i)) : 0;
            width = Math.max(width, 2 * LABEL_INSET + left + right + LABEL_GAP);
        }
        return Math.min(WIDEST, Measures.SNAP * Math.ceil(width / Measures.SNAP));
    }

    private static double label(PortSpot port) {
        double shape = port.shape().isEmpty() ? 0 : LABEL_GAP + Typeset.SHAPE.width(port.shape());
        return Typeset.SMALL.width(port.label()) + shape;
    }

    private static double usual(NodeModel model, Optional<FieldPlan> plan) {
        List<FieldPlan.Section> sections = plan.map(FieldPlan::sections).orElse(List.of());
        if (sections.isEmpty()) {
            return showsPictures(model) ? PICTURES : model.signature().isEmpty() ? USUAL : BARE;
        }
        if (sections.size() > 2) {
            return GROUPS;
        }
        List<Field> fields = sections.stream()
                .flatMap(section -> section.rows().stream())
                .flatMap(List::stream)
                .toList();
        double switches = fields.stream()
                .filter(Field.Toggle.class::isInstance)
                .mapToDouble(field -> AROUND_SWITCH + Typeset.SMALL.width(field.label()))
                .max()
                .orElse(0);
        boolean prose = fields.stream().anyMatch(Field.Prose.class::isInstance);
        return Math.max(switches, prose ? PROSE : showsPictures(model) ? PICTURES : USUAL);
    }

    private static boolean showsPictures(NodeModel model) {
        return model.signature()
                .filter(type ->
                        type.inputs().stream().anyMatch(port -> port.kind().equals(PortKind.IMAGE)) && type.terminal())
                .isPresent();
    }
}
