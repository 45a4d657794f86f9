package dev.weft.editor.window;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.text.Texts;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// Short messages at the lower edge of the window. Good news goes by itself; a problem stays until it is
/// closed.
@Singleton
public final class Toasts {
    private static final Texts TEXTS = Texts.of(Toasts.class);
    private static final Duration STAYS = Duration.seconds(6);
    private static final int MOST = 3;

    /// What a message is about.
    public enum Kind {
        /// Something went well.
        OK("fltfal-checkmark-circle-20", "icon-ok"),
        /// Something to know.
        INFO("fltral-info-20", "icon-accent"),
        /// Something needs care.
        WARNING("fltfmz-warning-20", "icon-warn"),
        /// Something could not be done.
        ERROR("fltfal-error-circle-20", "icon-err");

        private final String icon;
        private final String styleClass;

        Kind(String icon, String styleClass) {
            this.icon = icon;
            this.styleClass = styleClass;
        }
    }

    private final WindowControl control;
    private final VBox box = new VBox();

    @Inject
    Toasts(WindowControl control) {
        this.control = control;
        box.getStyleClass().add("toasts");
        box.setPickOnBounds(false);
        box.setMouseTransparent(false);
    }

    /// Shows a message.
    ///
    /// @param text one sentence for what is, and one for what to do if something is to be done
    public void show(Kind kind, String text) {
        show(kind, text, Optional.empty());
    }

    /// Shows a message that offers something to do.
    public void show(Kind kind, String text, Optional<Choice> offer) {
        Label label = new Label(text);
        label.getStyleClass().add("wrap");
        label.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        FontIcon icon = new FontIcon(kind.icon);
        icon.getStyleClass().add(kind.styleClass);
        HBox toast = new HBox(icon, label);
        toast.getStyleClass().addAll("popup-card", "toast");
        toast.setMaxWidth(560);
        offer.ifPresent(choice -> {
            Button button = new Button(choice.title());
            button.getStyleClass().add("small");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> {
                remove(toast);
                choice.then().run();
            });
            toast.getChildren().add(button);
        });
        Button close = new Button();
        close.setGraphic(new FontIcon("fltral-dismiss-16"));
        close.getStyleClass().addAll("quiet", "icon-button", "small");
        close.setAccessibleText(TEXTS.get("close"));
        close.setOnAction(_ -> remove(toast));
        toast.getChildren().add(close);
        box.getChildren().add(toast);
        if (box.getChildren().size() > MOST) {
            box.getChildren().removeFirst();
        }
        control.lay(box);
        if (kind == Kind.OK || kind == Kind.INFO) {
            PauseTransition wait = new PauseTransition(STAYS);
            wait.setOnFinished(_ -> remove(toast));
            wait.play();
        }
    }

    private void remove(HBox toast) {
        box.getChildren().remove(toast);
        if (box.getChildren().isEmpty()) {
            control.lift(box);
        }
    }
}
