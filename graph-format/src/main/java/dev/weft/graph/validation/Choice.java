package dev.weft.graph.validation;

import java.util.List;

/// For whose sake a workflow is to be run, if not for all its output nodes.
///
/// @param ids ids of nodes
/// @param any whether they may be others than output nodes
record Choice(List<String> ids, boolean any) {}
