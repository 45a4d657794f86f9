package dev.weft.editor.theme;

import atlantafx.base.theme.PrimerDark;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.preferences.Preferences;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

/// Colours and type of the editor's scenes, as the preferences have them.
///
/// The style sheets stand beside the classes that need them, as `NAME.css`, and are listed here in the order in which
/// they overrule each other.
@Singleton
public final class Theme {
    private static final List<String> SHEETS = List.of("theme/colours.css", "theme/base.css", "node/node.css");

    private final Preferences preferences;

    @Inject
    Theme(Preferences preferences) {
        this.preferences = preferences;
    }

    /// Gives a scene the colours and type, now and whenever the preferences change.
    public void apply(Scene scene) {
        Fonts.load();
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        for (String sheet : SHEETS) {
            scene.getStylesheets()
                    .add(Objects.requireNonNull(Theme.class.getResource("/dev/weft/editor/" + sheet), sheet)
                            .toExternalForm());
        }
        preferences.themeProperty().subscribe(theme -> {
            ((Region) scene.getRoot()).getStyleClass().removeAll("weft-dark", "weft-light");
            scene.getRoot().getStyleClass().add(theme == Preferences.Theme.LIGHT ? "weft-light" : "weft-dark");
        });
    }
}
