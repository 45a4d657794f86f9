package dev.weft.editor.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;

/// The typefaces that come with Weft: text never comes from the system's.
public final class Fonts {
    private static final List<String> FILES = List.of(
            "Inter_400Regular.ttf", "Inter_500Medium.ttf", "Inter_600SemiBold.ttf", "JetBrainsMono_500Medium.ttf");

    private static boolean loaded;

    private Fonts() {}

    /// Makes the typefaces known to JavaFX under the names that the style sheets use. Needed once, before the
    /// first
    /// scene.
    public static synchronized void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        for (String file : FILES) {
            try (InputStream data = Objects.requireNonNull(Fonts.class.getResourceAsStream("fonts/" + file))) {
                Font.loadFont(data, 13);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
