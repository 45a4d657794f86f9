/// Scores of sets of pictures: how alike in style they look (DINO) and how well each fits its prompt (CLIP).
///
/// What a report of them looks like, and where a set comes from, is not here but with the nodes.
@NullMarked
package dev.weft.models.metrics;

import org.jspecify.annotations.NullMarked;
