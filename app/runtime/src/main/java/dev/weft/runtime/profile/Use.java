package dev.weft.runtime.profile;

import dev.weft.models.backend.ModelUse;

/// One use of a model.
///
/// @param model what was done
/// @param thread where
record Use(ModelUse model, Thread thread) {}
