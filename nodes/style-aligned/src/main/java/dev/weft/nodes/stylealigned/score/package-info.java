/// Nodes that score sets of pictures, and what their reports look like: table, JSON, matrix picture.
///
/// The models that judge, and what they measure, are in `dev.weft.models.metrics`.
@NullMarked
package dev.weft.nodes.stylealigned.score;

import org.jspecify.annotations.NullMarked;
