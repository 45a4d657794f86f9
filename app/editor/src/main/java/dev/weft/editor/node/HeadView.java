package dev.weft.editor.node;

import dev.weft.editor.node.field.Layer;
import dev.weft.editor.theme.IconText;
import dev.weft.editor.theme.Measures;
import dev.weft.editor.theme.TypeIcon;
import dev.weft.editor.theme.Typeset;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The head of a node: icon, title, state and progress.
final class HeadView extends Layer {
    private static final PseudoClass BYPASSED = PseudoClass.getPseudoClass("bypassed");
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
    private static final PseudoClass COLLAPSED = PseudoClass.getPseudoClass("collapsed");
    private static final double LEFT = 10;
    private static final double RIGHT = 8;
    private static final double GAP = 8;
    private static final double ICON = 16;
    private static final double BAR = 2;
    private static final Duration TURN = Duration.seconds(1.2);

    private @Nullable Animation turning;

    /// @param reduced whether nothing moves
    HeadView(NodeModel model, double width, boolean reduced) {
        double height = Measures.NODE_HEAD;
        double middle = height / 2 - 0.5;
        boolean collapsed = model.node().look().collapsed();
        NodeState state = NodeState.of(model);
        setLayoutX(1);
        setLayoutY(1);
        double inner = width - 2;
        Region ground = box(0, 0, inner, height, "node-head");
        ground.pseudoClassStateChanged(BYPASSED, state == NodeState.BYPASSED);
        ground.pseudoClassStateChanged(COLLAPSED, collapsed);
        getChildren().add(ground);
        NodeTint.of(model.node().look().color()).ifPresent(tint -> {
            Region wash = box(0, 0, inner, collapsed ? height : height - 1, "node-tint");
            wash.pseudoClassStateChanged(COLLAPSED, collapsed);
            wash.setStyle("-fx-background-color: " + tint + ";");
            getChildren().add(wash);
        });
        String literal = model.signature().map(TypeIcon::of).orElse(TypeIcon.MISSING);
        icon(literal, LEFT, middle, "colour-2");
        double right = inner - RIGHT;
        if (collapsed) {
            right -= 12;
            Text chevron = IconText.of("fltral-chevron-down-16", 12, "colour-2");
            chevron.setX(right);
            chevron.setY(middle);
            getChildren().add(chevron);
            right -= GAP;
        }
        if (!state.icon().isEmpty()) {
            right -= ICON;
            Text icon = icon(state.icon(), right, middle, state.colour());
            right -= GAP;
            if (state == NodeState.RUNNING && !reduced) {
                turn(icon);
            }
        } else if (!model.problems().isEmpty() && state == NodeState.IDLE) {
            right -= ICON;
            icon("fltral-error-circle-20", right, middle, "colour-err");
            right -= GAP;
        }
        if (model.node().look().pinned()) {
            right -= ICON;
            icon("fltrmz-pin-20", right, middle, "colour-3");
            right -= GAP;
        }
        double x = LEFT + ICON + GAP;
        Text title = words(Typeset.TITLE.cut(model.title(), right - x), x, middle, "node-title");
        title.pseudoClassStateChanged(WAITING, state == NodeState.WAITING || state == NodeState.NOT_RUN);
        title.pseudoClassStateChanged(BYPASSED, state == NodeState.BYPASSED);
        getChildren().add(title);
        if (state == NodeState.RUNNING && model.run().steps() > 0) {
            double share = Math.clamp((double) model.run().step() / model.run().steps(), 0, 1);
            getChildren().add(box(0, height - 1, inner, BAR, "node-track"));
            getChildren().add(box(0, height - 1, (double) Math.round(inner * share), BAR, "node-progress"));
        }
    }

    /// Ends what moves in it.
    void stop() {
        if (turning != null) {
            turning.stop();
        }
    }

    private Text icon(String literal, double x, double y, String colour) {
        Text icon = IconText.of(literal, 16, colour);
        icon.setX(x);
        icon.setY(y);
        getChildren().add(icon);
        return icon;
    }

    private void turn(Text icon) {
        RotateTransition rotation = new RotateTransition(TURN, icon);
        rotation.setByAngle(360);
        rotation.setInterpolator(Interpolator.LINEAR);
        rotation.setCycleCount(Animation.INDEFINITE);
        rotation.play();
        turning = rotation;
    }
}
