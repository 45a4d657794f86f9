package dev.weft.runtime.execution;

import dev.weft.graph.types.NodeSignature;
import dev.weft.nodes.api.NodeOutputs;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What executions keep for one another. Any thread may ask.
///
/// A key is taken from the identities of a node's inputs, not from where they come from. So a node is looked for as
/// soon as the identities of its inputs are known, which takes no values: a trace is enough.
interface Results {
    /// What is known of a node that has this key, even if its values were let go long ago.
    Optional<Trace> trace(Fingerprint key);

    /// The values of a node that has this key. List-valued outputs are [Items].
    Optional<NodeOutputs> find(Fingerprint key);

    /// Keeps what a node gave. Called in the thread in which it ran.
    ///
    /// @param key nothing if the node is not to be found again: an input of it has no identity, or it always runs
    /// @param files what the node has written
    /// @return the identity of each output that has one
    Trace.Given keep(Optional<Fingerprint> key, NodeSignature signature, NodeOutputs outputs, List<SavedFile> files);

    /// Keeps which lazy inputs a node with this key asked for. With the identities of those it has another key, under
    /// which the story goes on.
    void keep(Fingerprint key, Set<String> demanded);
}
