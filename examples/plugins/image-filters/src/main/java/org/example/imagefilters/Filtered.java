package org.example.imagefilters;

import dev.weft.models.image.ImageBatch;
import dev.weft.nodes.api.record.Output;

/// What a filter gives that keeps number and size of its pictures.
///
/// @param image the pictures
record Filtered(
        @Output(value = "The filtered pictures.", like = "image")
        ImageBatch image) {}
