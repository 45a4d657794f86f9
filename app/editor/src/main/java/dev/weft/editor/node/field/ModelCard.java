package dev.weft.editor.node.field;

/// What a node says about the model that it loads.
///
/// @param title the model's name
/// @param detail a few words on it, or empty
record ModelCard(String title, String detail) {
    static ModelCard of(Field.Model model) {
        return new ModelCard(model.words(), "");
    }
}
