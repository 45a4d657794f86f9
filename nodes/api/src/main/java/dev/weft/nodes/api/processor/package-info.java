/// The annotation processor that writes a plugin's manifest from `@WeftPlugin` while the plugin is compiled.
///
/// It runs within the compiler only; the host reads the manifest, and nothing here is used when nodes run.
@NullMarked
package dev.weft.nodes.api.processor;

import org.jspecify.annotations.NullMarked;
