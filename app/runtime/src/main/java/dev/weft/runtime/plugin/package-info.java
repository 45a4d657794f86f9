/// The plugin host: manifests, the order in which plugins are loaded, and the node types that they bring.
///
/// What a node type does when it runs is not known here; `dev.weft.runtime.execution` runs nodes.
@NullMarked
package dev.weft.runtime.plugin;

import org.jspecify.annotations.NullMarked;
