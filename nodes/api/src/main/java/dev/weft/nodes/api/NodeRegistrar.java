package dev.weft.nodes.api;

/// Takes what one plugin brings: its node types, how the values that they give out are kept, and who observes
/// executions.
public interface NodeRegistrar {
    /// Makes a node type known.
    ///
    /// @throws IllegalArgumentException if its namespace is not the plugin's id, or its id is taken
    void add(NodeType type);

    /// Makes known how values of one class are weighed, compared and kept on disk.
    ///
    /// @throws IllegalArgumentException if the plugin has given a format for that class already
    void add(ValueFormat<?> format);

    /// Lets an observer know of all that happens in executions from now on.
    void observe(ExecutionObserver observer);
}
