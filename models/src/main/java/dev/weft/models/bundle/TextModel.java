package dev.weft.models.bundle;

import dev.weft.models.text.TokenizerFiles;
import java.nio.file.Path;
import java.util.OptionalInt;

/// A text encoder with its tokenizer.
///
/// @param tokenizer the tokenizer's files, checked
/// @param encoder the text encoder's model file
/// @param width how many numbers a token becomes, if the encoder's configuration says so
public record TextModel(TokenizerFiles tokenizer, Path encoder, OptionalInt width) {}
