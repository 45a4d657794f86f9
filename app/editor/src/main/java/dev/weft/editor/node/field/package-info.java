/// Fields with which people set a node's parameters: what they show, how they are painted, and the controls
/// that take
/// their place while people change them. Where fields lie on a node is for `node`.
@NullMarked
package dev.weft.editor.node.field;

import org.jspecify.annotations.NullMarked;
