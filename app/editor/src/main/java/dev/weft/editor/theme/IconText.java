package dev.weft.editor.theme;

import javafx.geometry.VPos;
import javafx.scene.text.Text;
import org.kordamp.ikonli.IkonHandler;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;

/// Icons of the visual design as plain texts, for places that hold so many that a `FontIcon` each, which brings
/// a style
/// of its own, would cost too much.
public final class IconText {
    private IconText() {}

    /// An icon whose middle lies at y = 0.
    ///
    /// @param literal name of the drawing, such as `fltral-cube-20`
    /// @param size in pixels: 12, 14, 16 or 20
    /// @param colour style class that gives it its colour
    public static Text of(String literal, int size, String colour) {
        Text icon = new Text(glyph(literal));
        icon.setTextOrigin(VPos.CENTER);
        icon.getStyleClass().addAll(literal.startsWith("fltf") ? "icon-filled" : "icon", "icon-" + size, colour);
        icon.setMouseTransparent(true);
        return icon;
    }

    /// The character that draws an icon.
    public static String glyph(String literal) {
        IkonHandler handler =
                IkonResolverProvider.getInstance(JavaFXFontLoader.getInstance()).resolve(literal);
        return Character.toString(handler.resolve(literal).getCode());
    }
}
