package dev.weft.editor.node.field;

import dev.weft.graph.SeedChange;
import dev.weft.graph.types.Parameter;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What one field of a node shows. Equal fields look the same.
public sealed interface Field extends Row {
    /// The parameter that it sets.
    Parameter parameter();

    /// Its name as people read it.
    String label();

    /// Whether its value is at fault.
    boolean faulty();

    /// A number.
    ///
    /// @param words the number as people read it
    /// @param fill place of the number in its range, from 0 to 1; nothing if the range says little
    record Figure(Parameter parameter, String label, String words, OptionalDouble fill, boolean faulty)
            implements Field {}

    /// A seed.
    ///
    /// @param words the seed as people read it
    /// @param change what happens to it after a run; nothing if it stays
    record Seed(Parameter parameter, String label, String words, Optional<SeedChange> change, boolean faulty)
            implements Field {}

    /// A share of the steps, from one parameter to another.
    ///
    /// @param parameter where it begins
    /// @param end where it ends
    /// @param words both as people read them
    /// @param from where it begins, from 0 to 1
    /// @param to where it ends, from 0 to 1
    record Span(Parameter parameter, Parameter end, String label, String words, double from, double to, boolean faulty)
            implements Field {}

    /// One of several words.
    record Choice(Parameter parameter, String label, String words, boolean faulty) implements Field {}

    /// Which picture of a batch is the reference.
    ///
    /// @param number the picture, counted from 1
    /// @param words what it shows, or empty
    record Reference(Parameter parameter, String label, int number, String words, boolean faulty) implements Field {}

    /// On or off.
    record Toggle(Parameter parameter, String label, boolean on, boolean faulty) implements Field {}

    /// On or off, beside others of its sort.
    record Chip(Parameter parameter, String label, boolean on, boolean faulty) implements Field {}

    /// A short text.
    ///
    /// @param words the text
    /// @param hint what Weft adds to it, or empty
    record Line(Parameter parameter, String label, String words, String hint, boolean faulty) implements Field {}

    /// A long text.
    ///
    /// @param words the text
    /// @param numbered whether each line is a picture
    /// @param reference which of these pictures is the reference, from 0
    record Prose(
            Parameter parameter, String label, String words, boolean numbered, OptionalInt reference, boolean faulty)
            implements Field {}

    /// A colour, as `#rrggbb`.
    record Colour(Parameter parameter, String label, String words, boolean faulty) implements Field {}

    /// A file or folder.
    ///
    /// @param words its name as the workflow has it
    record FileName(Parameter parameter, String label, String words, FileKind kind, boolean faulty) implements Field {}

    /// A model, LoRA or ControlNet from the folders of models.
    ///
    /// @param words its name
    record Model(Parameter parameter, String label, String words, FileKind kind, boolean faulty) implements Field {}

    /// A parameter that a wire feeds.
    record Wired(Parameter parameter, String label, boolean faulty) implements Field {}
}
