package dev.weft.nodes.api;

/// What running a node leads to: values, or more nodes that work them out.
public sealed interface NodeResult permits NodeOutputs, Expansion {}
