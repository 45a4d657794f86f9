package dev.weft.editor.search;

import dev.weft.editor.text.Texts;
import java.util.List;
import java.util.Locale;

/// What people read for the categories of node types, and in which order.
final class Categories {
    private static final Texts TEXTS = Texts.of(Categories.class);

    private static final List<String> ORDER = List.of(
            "model", "conditioning", "latent", "sampling", "style", "image", "mask", "scores", "text", "subgraph");

    private Categories() {}

    /// The title of a category. Those of plugins are called as the plugin calls them.
    static String title(String category) {
        if (ORDER.contains(category)) {
            return TEXTS.get("category." + category);
        }
        return category.isEmpty()
                ? TEXTS.get("category.other")
                : category.substring(0, 1).toUpperCase(Locale.ROOT) + category.substring(1);
    }

    /// Where a category stands among others: Weft's own in the order of work, then those of plugins.
    static int order(String category) {
        int index = ORDER.indexOf(category);
        return index < 0 ? ORDER.size() : index;
    }
}
