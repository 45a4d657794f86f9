package dev.weft.editor.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of one package, from the file `texts.properties` beside its classes, or `texts_XX.properties` in
/// the
/// language XX.
///
/// ```java
/// private static final Texts TEXTS = Texts.of(QueueDrawer.class);
/// label.setText(TEXTS.get("empty"));
/// label.setText(TEXTS.get("waiting", count));
/// ```
public final class Texts {
    private final String bundle;
    private final ClassLoader loader;

    private Texts(String bundle, ClassLoader loader) {
        this.bundle = bundle;
        this.loader = loader;
    }

    /// The words of the package of a class.
    public static Texts of(Class<?> type) {
        return new Texts(type.getPackageName() + ".texts", type.getClassLoader());
    }

    /// The words under a key in the language of [Locale#getDefault()].
    ///
    /// @param arguments take the places of `{0}`, `{1}`, … as [MessageFormat] has them; without any, the words
    /// are
    /// taken as they stand
    /// @throws java.util.MissingResourceException if there are no words under this key
    public String get(String key, Object... arguments) {
        String words =
                ResourceBundle.getBundle(bundle, Locale.getDefault(), loader).getString(key);
        return arguments.length == 0 ? words : new MessageFormat(words, Locale.getDefault()).format(arguments);
    }
}
