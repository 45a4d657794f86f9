package dev.weft.editor.node;

import dev.weft.editor.run.NodeRun;
import dev.weft.editor.text.Texts;
import dev.weft.graph.Mode;
import java.util.Locale;
import javafx.css.PseudoClass;

/// What a node's head says about it.
enum NodeState {
    IDLE("", ""),
    WAITING("fltral-clock-16", "colour-2"),
    RUNNING("fltral-arrow-sync-20", "colour-accent"),
    DONE("fltfal-checkmark-circle-20", "colour-ok"),
    CACHED("fltfal-checkmark-circle-20", "colour-ok"),
    FAILED("fltfal-error-circle-20", "colour-err"),
    NOT_RUN("fltrmz-prohibited-20", "colour-2"),
    MUTED("", ""),
    BYPASSED("", ""),
    MISSING("fltfmz-warning-20", "colour-warn");

    private static final Texts TEXTS = Texts.of(NodeState.class);

    private final String icon;
    private final String colour;

    NodeState(String icon, String colour) {
        this.icon = icon;
        this.colour = colour;
    }

    static NodeState of(NodeModel model) {
        if (model.signature().isEmpty()) {
            return MISSING;
        }
        if (model.node().mode() == Mode.MUTED) {
            return MUTED;
        }
        if (model.node().mode() == Mode.BYPASSED) {
            return BYPASSED;
        }
        return switch (model.run().state()) {
            case IDLE -> IDLE;
            case WAITING -> WAITING;
            case RUNNING -> RUNNING;
            case DONE -> DONE;
            case CACHED -> CACHED;
            case FAILED -> FAILED;
            case NOT_RUN -> NOT_RUN;
        };
    }

    /// Literal of the icon at the right of the head, or empty.
    String icon() {
        return icon;
    }

    /// Style class of its colour.
    String colour() {
        return colour;
    }

    /// What a style sheet calls it.
    PseudoClass pseudoClass() {
        return PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));
    }

    /// What is read aloud, or empty.
    String spoken() {
        return this == IDLE ? "" : TEXTS.get("state." + name().toLowerCase(Locale.ROOT));
    }

    /// What stands above the node, or empty.
    static String time(NodeModel model) {
        NodeRun run = model.run();
        return switch (of(model)) {
            case RUNNING -> run.steps() > 0 ? run.step() + " / " + run.steps() : "";
            case DONE, FAILED -> run.took().map(Pictures::seconds).orElse("");
            case CACHED -> TEXTS.get("cached");
            default -> "";
        };
    }
}
