package dev.weft.editor.outline;

import dev.weft.editor.run.NodeRun;
import dev.weft.editor.text.Texts;
import java.util.Locale;
import java.util.Optional;
import org.kordamp.ikonli.javafx.FontIcon;

/// The icon that says how far a node has come in the last run.
final class StateSign {
    private static final Texts TEXTS = Texts.of(StateSign.class);

    private StateSign() {}

    /// The icon; nothing for a node of which nothing is to be said.
    static Optional<FontIcon> of(NodeRun.State state) {
        return switch (state) {
            case IDLE -> Optional.empty();
            case WAITING -> icon("fltral-clock-16", "icon-3");
            case RUNNING -> icon("fltral-arrow-sync-20", "icon-accent");
            case DONE, CACHED -> icon("fltfal-checkmark-circle-20", "icon-ok");
            case FAILED -> icon("fltfal-error-circle-20", "icon-err");
            case NOT_RUN -> icon("fltrmz-prohibited-20", "icon-3");
        };
    }

    /// What is read out for it.
    static String words(NodeRun.State state) {
        return TEXTS.get("state." + state.name().toLowerCase(Locale.ROOT));
    }

    private static Optional<FontIcon> icon(String literal, String colour) {
        FontIcon icon = new FontIcon(literal);
        icon.getStyleClass().addAll("outline-state", colour);
        return Optional.of(icon);
    }
}
