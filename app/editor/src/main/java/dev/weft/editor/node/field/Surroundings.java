package dev.weft.editor.node.field;

import java.util.List;
import java.util.OptionalInt;

/// What a node's fields and pictures show of the graph around it.
///
/// @param prompts what each picture of the batch shows, if a prompt says it for each
/// @param reference which picture of the batch is the one whose style others take, from 0
public record Surroundings(List<String> prompts, OptionalInt reference) {
    /// Nothing is known.
    public static final Surroundings NONE = new Surroundings(List.of(), OptionalInt.empty());

    /// Takes a copy.
    public Surroundings {
        prompts = List.copyOf(prompts);
    }
}
