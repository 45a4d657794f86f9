package dev.weft.editor.gallery;

/// Which sets are shown.
sealed interface Shelf {
    /// All that do not lie in the bin.
    record All() implements Shelf {}

    /// Those of today.
    record Today() implements Shelf {}

    /// Those with a star.
    record Favourites() implements Shelf {}

    /// Those in the bin.
    record Bin() implements Shelf {}

    /// Those that one workflow made.
    ///
    /// @param title of the workflow
    record OfWorkflow(String title) implements Shelf {}
}
