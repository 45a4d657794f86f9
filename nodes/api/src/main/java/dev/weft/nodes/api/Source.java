package dev.weft.nodes.api;

/// Where a node of a running graph takes the value of an input or of a linked parameter from.
public sealed interface Source {
    /// An output of another node of the same [Expansion].
    ///
    /// @param node the node's id within the expansion
    /// @param port the output
    record Inner(String node, String port) implements Source {}

    /// Whatever is linked to an input or parameter of the node that expands. The value need not have been worked out
    /// yet: a lazy input that the node did not ask for is pulled when something in the expansion needs it.
    ///
    /// @param port the input or parameter of the node that expands
    record Input(String port) implements Source {}

    /// An output of a node of the graph in which the node that expands stands, as [NodeGraph] names it.
    ///
    /// @param node the node's id in the graph
    /// @param port the output
    record Outside(String node, String port) implements Source {}

    /// This value.
    ///
    /// @param value never changed afterwards
    /// @param byteSize memory that it keeps, for the cache's budget
    record Given(Object value, long byteSize) implements Source {}
}
