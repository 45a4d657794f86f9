package dev.weft.editor.node.field;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.document.Document;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What all fields of the editor share, so that each of them is cheap: one tooltip, and one popup of each sort.
@Singleton
public final class FieldServices {
    private static final Duration DELAY = Duration.millis(500);
    private static final double WIDEST_TOOLTIP = 320;

    private final ModelShelf shelf;
    private final ModelCards models;
    private @Nullable Tooltip tooltip;
    private @Nullable ChoicePopup choices;
    private @Nullable ColourPopup colours;
    private @Nullable FilePicker files;

    @Inject
    FieldServices(ModelShelf shelf, ModelCards models) {
        this.shelf = shelf;
        this.models = models;
    }

    /// The fields of a node.
    ///
    /// @param document in which the node is
    /// @param node its id in the graph that is shown
    public FieldPane open(Document document, String node) {
        return new FieldPane(this, new FieldTarget(document, node));
    }

    /// What is known of models.
    ModelCards models() {
        return models;
    }

    /// What explains a field.
    Tooltip tooltip() {
        Tooltip made = tooltip;
        if (made == null) {
            made = new Tooltip();
            made.setShowDelay(DELAY);
            made.setWrapText(true);
            made.setMaxWidth(WIDEST_TOOLTIP);
            tooltip = made;
        }
        return made;
    }

    /// Lets people choose among several.
    ChoicePopup choices() {
        ChoicePopup made = choices;
        if (made == null) {
            made = new ChoicePopup();
            choices = made;
        }
        return made;
    }

    /// Lets people choose a colour.
    ColourPopup colours() {
        ColourPopup made = colours;
        if (made == null) {
            made = new ColourPopup();
            colours = made;
        }
        return made;
    }

    /// Lets people choose files and models.
    FilePicker files() {
        FilePicker made = files;
        if (made == null) {
            made = new FilePicker(shelf, choices());
            files = made;
        }
        return made;
    }
}
