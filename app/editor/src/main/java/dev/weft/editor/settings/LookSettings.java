package dev.weft.editor.settings;

import com.google.inject.Inject;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.preferences.Preferences.Theme;
import dev.weft.editor.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;

/// Colours, size and language.
final class LookSettings {
    private static final Texts TEXTS = Texts.of(LookSettings.class);
    private static final List<Double> SCALES = List.of(.75, .9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0);
    private static final List<String> LANGUAGES = List.of("", "en", "de");

    private final Preferences preferences;
    private final ObjectProperty<Double> scale;

    @Inject
    LookSettings(Preferences preferences) {
        this.preferences = preferences;
        scale = preferences.scaleProperty().asObject();
    }

    Section section() {
        Map<Theme, String> themes = new LinkedHashMap<>();
        themes.put(Theme.DARK, TEXTS.get("dark"));
        themes.put(Theme.LIGHT, TEXTS.get("light"));
        themes.put(Theme.SYSTEM, TEXTS.get("system"));
        return new Section(
                "look",
                TEXTS.get("look"),
                "fltral-color-20",
                List.of(
                        new Setting(
                                TEXTS.get("theme"),
                                "",
                                Controls.segments("theme", preferences.themeProperty(), themes)),
                        new Setting(
                                TEXTS.get("contrast"),
                                TEXTS.get("contrast_purpose"),
                                Controls.toggle("high-contrast", preferences.highContrastProperty())),
                        new Setting(
                                TEXTS.get("size"),
                                TEXTS.get("size_purpose"),
                                Controls.choice("scale", scale, SCALES, LookSettings::percent)),
                        new Setting(
                                TEXTS.get("language"),
                                TEXTS.get("language_purpose"),
                                Controls.choice(
                                        "language", preferences.languageProperty(), LANGUAGES, LookSettings::name)),
                        new Setting(
                                TEXTS.get("motion"),
                                TEXTS.get("motion_purpose"),
                                Controls.toggle("reduce-motion", preferences.reduceMotionProperty()))));
    }

    private static String percent(double scale) {
        return Math.round(scale * 100) + " %";
    }

    /// Languages are called by their own names, so that people find the way back.
    private static String name(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return tag.isEmpty() ? TEXTS.get("system") : locale.getDisplayLanguage(locale);
    }
}
