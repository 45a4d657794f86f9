package dev.weft.editor.node;

import dev.weft.graph.types.PortKind;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.paint.Color;

/// The colour of what flows through a port, on ports and wires alike.
public final class KindColour {
    private static final Map<String, String> NAMED = Map.of(
            "model", "-weft-p-model",
            "clip", "-weft-p-clip",
            "vae", "-weft-p-vae",
            "conditioning", "-weft-p-cond",
            "latent", "-weft-p-latent",
            "image", "-weft-p-image",
            "style", "-weft-p-style",
            "controlnet", "-weft-p-ctrl",
            "report", "-weft-p-report");

    private static final Set<PortKind> VALUES =
            Set.of(PortKind.TEXT, PortKind.WHOLE, PortKind.DECIMAL, PortKind.FLAG, PortKind.ANY);

    private static final double CHROMA = 0.11;
    private static final double DARK_LIGHTNESS = 0.7;
    private static final double LIGHT_LIGHTNESS = 0.45;

    private KindColour() {}

    /// The colour as a style sheet has it: the name of a colour, or, for kinds of plugins, one of two colours
    /// by what
    /// the theme's nodes look like.
    public static String css(PortKind kind) {
        if (VALUES.contains(kind)) {
            return "-weft-p-value";
        }
        String named = NAMED.get(kind.name());
        return named != null
                ? named
                : "ladder(-weft-node, " + web(own(kind, DARK_LIGHTNESS)) + " 49%, " + web(own(kind, LIGHT_LIGHTNESS))
                        + " 51%)";
    }

    /// The colour of a kind that the visual design does not name.
    ///
    /// @param lightness from 0 to 1, as in OKLCH
    static Color own(PortKind kind, double lightness) {
        double hue = Math.toRadians(Math.floorMod(kind.name().hashCode() * 0x9E3779B1, 360));
        return oklch(lightness, CHROMA, hue);
    }

    /// From OKLCH to sRGB, as Björn Ottosson gives it (bottosson.github.io/posts/oklab).
    private static Color oklch(double lightness, double chroma, double hue) {
        double a = chroma * Math.cos(hue);
        double b = chroma * Math.sin(hue);
        double l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
        double m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
        double s = Math.pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
        return new Color(
                display(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                display(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                display(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s),
                1);
    }

    private static double display(double linear) {
        double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return Math.clamp(value, 0, 1);
    }

    private static String web(Color colour) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(colour.getRed() * 255),
                Math.round(colour.getGreen() * 255),
                Math.round(colour.getBlue() * 255));
    }
}
