package dev.weft.editor.theme;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How much room words take in the faces of the visual design, without a scene.
public final class Typeset {
    /// Fields and labels: 12 px.
    public static final Typeset SMALL = new Typeset("Inter", 12, 20);
    /// Titles of nodes: 13 px, semi-bold.
    public static final Typeset TITLE = new Typeset("Inter SemiBold", 13, 20);
    /// Buttons on nodes: 12 px, medium.
    public static final Typeset MEDIUM = new Typeset("Inter Medium", 12, 16);
    /// What is said first in a message: 12 px, semi-bold.
    public static final Typeset STRONG = new Typeset("Inter SemiBold", 12, 16);
    /// Sentences on nodes: 12 px on lines of 16.
    public static final Typeset SENTENCE = new Typeset("Inter", 12, 16);
    /// Captions: 11 px.
    public static final Typeset CAPTION = new Typeset("Inter", 11, 16);
    /// Shapes and times beside nodes: 11 px, monospaced.
    public static final Typeset SHAPE = new Typeset("JetBrains Mono Medium", 11, 16);
    /// Numbers of pictures: 10 px, monospaced.
    public static final Typeset BADGE = new Typeset("JetBrains Mono Medium", 10, 16);
    /// Figures in fields: 11.5 px, monospaced.
    public static final Typeset FIGURE = new Typeset("JetBrains Mono Medium", 11.5, 16);

    private static final int REMEMBERED = 4096;

    private final String family;
    private final double size;
    private final double line;
    private final Map<Wrapped, Bounds> sizes = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Wrapped, Bounds> eldest) {
            return size() > REMEMBERED;
        }
    };

    private Typeset(String family, double size, double line) {
        this.family = family;
        this.size = size;
        this.line = line;
    }

    private record Wrapped(String words, double width) {}

    /// The face.
    public Font font() {
        Fonts.load();
        return Font.font(family, size);
    }

    /// Height of a line in pixels.
    public double line() {
        return line;
    }

    /// What has to be added to the face's own line height for lines of [#line()].
    public double spacing() {
        return line - measure("Hg", 0).getHeight();
    }

    /// Width of words on one line, in pixels.
    public double width(String words) {
        return words.isEmpty() ? 0 : measure(words, 0).getWidth();
    }

    /// How many lines words take in a column of this width.
    public int lines(String words, double width) {
        if (words.isEmpty()) {
            return 1;
        }
        double natural = measure("Hg", 0).getHeight();
        return Math.max(1, (int) Math.round(measure(words, width).getHeight() / natural));
    }

    /// Words cut so that they fit with a sign of omission, or whole.
    public String cut(String words, double width) {
        if (width(words) <= width) {
            return words;
        }
        int fits = 0;
        int beyond = words.length();
        while (fits + 1 < beyond) {
            int middle = (fits + beyond) >>> 1;
            if (width(words.substring(0, middle) + "…") <= width) {
                fits = middle;
            } else {
                beyond = middle;
            }
        }
        return words.substring(0, fits).stripTrailing() + "…";
    }

    private Bounds measure(String words, double width) {
        synchronized (sizes) {
            return sizes.computeIfAbsent(new Wrapped(words, width), wrapped -> {
                Text text = new Text(wrapped.words());
                text.setFont(font());
                text.setWrappingWidth(wrapped.width());
                return text.getLayoutBounds();
            });
        }
    }
}
