package dev.weft.editor.theme;

import atlantafx.base.theme.PrimerDark;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.preferences.Preferences;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// Colours, type and size of the editor's scenes, as the preferences have them.
///
/// The style sheets stand beside the classes that need them, as `NAME.css`, and are listed here in the order in
/// which
/// they overrule each other.
@Singleton
public final class Theme {
    private static final List<String> SHEETS = List.of(
            "theme/colours.css",
            "theme/base.css",
            "theme/controls.css",
            "window/window.css",
            "node/node.css",
            "settings/settings.css",
            "start/start.css",
            "palette/palette.css",
            "tour/tour.css",
            "canvas/canvas.css",
            "queue/queue.css",
            "search/search.css",
            "outline/outline.css",
            "problems/problems.css",
            "plugins/plugins.css",
            "gallery/gallery.css");

    private final Preferences preferences;

    @Inject
    Theme(Preferences preferences) {
        this.preferences = preferences;
    }

    /// Gives a scene the colours, type and size, now and whenever the preferences change.
    ///
    /// @param scene with a [ScaledRoot] as its root if its contents are to grow with the UI scale
    /// @return ends it
    public Subscription apply(Scene scene) {
        Fonts.load();
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        return Subscription.combine(
                preferences.themeProperty().subscribe(() -> dress(scene)),
                preferences.highContrastProperty().subscribe(() -> dress(scene)),
                Platform.getPreferences().colorSchemeProperty().subscribe(_ -> dress(scene)),
                preferences.scaleProperty().subscribe(_ -> dress(scene)));
    }

    /// Whether the colours are those for dark surroundings.
    public boolean dark() {
        return switch (preferences.themeProperty().get()) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private void dress(Scene scene) {
        ObservableList<String> classes = scene.getRoot().getStyleClass();
        List<String> wanted = new ArrayList<>(classes);
        wanted.removeAll(List.of("weft-dark", "weft-light", "weft-high-contrast"));
        wanted.add(dark() ? "weft-dark" : "weft-light");
        if (preferences.highContrastProperty().get()) {
            wanted.add("weft-high-contrast");
        }
        if (!wanted.equals(classes)) {
            classes.setAll(wanted);
        }
        double scale = preferences.scaleProperty().get();
        if (scene.getRoot() instanceof ScaledRoot root) {
            root.scaleProperty().set(scale);
        }
        List<String> sheets = sheets(scale);
        if (!sheets.equals(scene.getStylesheets())) {
            scene.getStylesheets().setAll(sheets);
        }
    }

    private List<String> sheets(double scale) {
        List<String> sheets = new ArrayList<>();
        sheets.add(sheet(dark() ? "theme/dark.css" : "theme/light.css"));
        if (preferences.highContrastProperty().get()) {
            sheets.add(sheet("theme/contrast.css"));
        }
        SHEETS.forEach(name -> sheets.add(sheet(name)));
        if (scale != 1) {
            sheets.add(largerPopups(scale));
        }
        return sheets;
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/dev/weft/editor/" + name), name)
                .toExternalForm();
    }

    /// The root grows by a transformation, but menus and tooltips have windows of their own, so they get larger
    /// type.
    private static String largerPopups(double scale) {
        String rule = String.format(
                Locale.ROOT, ".context-menu, .tooltip, .combo-box-popup { -fx-font-size: %.1fpx; }", 12 * scale);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(rule.getBytes(StandardCharsets.UTF_8));
    }
}
