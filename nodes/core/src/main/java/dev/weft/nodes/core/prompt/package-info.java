/// Prompts that are drawn by lot: `{a|b}` takes one of what stands between the bars, `__name__` a line of a file.
///
/// Weights and chunks are not known here; `dev.weft.models.text` reads them in what this package gives.
@NullMarked
package dev.weft.nodes.core.prompt;

import org.jspecify.annotations.NullMarked;
