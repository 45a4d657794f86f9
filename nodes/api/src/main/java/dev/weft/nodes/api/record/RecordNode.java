package dev.weft.nodes.api.record;

import dev.weft.graph.types.NodeSignature;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeResult;
import dev.weft.nodes.api.NodeType;

/// A node type that is one small class: a record says what flows in, a record what flows out, a method does the work.
///
/// ```java
/// @Node(value = "my-nodes:repeat", title = "Repeat", category = "text", description = "Writes a text several times.")
/// final class Repeat extends RecordNode<Repeat.In, Repeat.Out> {
///     record In(
///             @Input("What to write.") String text,
///             @Whole(value = "How often.", initial = 2, minimum = 1, maximum = 100) int times) {}
///
///     record Out(@Output("All of it.") String text) {}
///
///     @Override
///     protected Out execute(In in, NodeContext context) {
///         return new Out(in.text().repeat(in.times()));
///     }
/// }
/// ```
///
/// It is registered like any node type: `registrar.add(new Repeat())`. A record's constructor may check what a single
/// annotation cannot; the message of the [IllegalArgumentException] that it throws is shown to the user. Whatever
/// [NodeType] offers beyond that is overridden here as well; a rule for sizes, which annotations cannot tell, is added
/// by overriding [#signature()] with `super.signature().with(rule)`.
///
/// @param <I> declares inputs by [Input], and parameters by [Whole], [Decimal], [Flag], [Text], [Choice] and [Seed]
/// @param <O> declares outputs by [Output]; may have no components
public abstract class RecordNode<I extends Record, O extends Record> implements NodeType {
    private final NodeDeclaration<I, O> declaration;

    /// Reads the declarations.
    ///
    /// @throws IllegalArgumentException if they cannot be understood, naming class and component
    protected RecordNode() {
        this.declaration = NodeDeclaration.of(getClass());
    }

    /// Runs one node.
    ///
    /// @param in inputs and parameters, checked against their declarations
    /// @return a value for each output
    /// @throws NodeException if the node cannot do its work; its message is one sentence for the user
    /// @throws java.util.concurrent.CancellationException if the context's cancellation was asked for
    protected abstract O execute(I in, NodeContext context) throws NodeException;

    @Override
    public NodeSignature signature() {
        return declaration.signature();
    }

    /// Runs one node by the method of the records. A node that expands or blocks overrides this one, with the help of
    /// [#inputs(NodeInputs)] and [#outputs(Record)].
    @Override
    public NodeResult execute(NodeInputs inputs, NodeContext context) throws NodeException {
        return outputs(execute(inputs(inputs), context));
    }

    /// The inputs and parameters as the record that declares them.
    ///
    /// @throws NodeException if a value does not fit its declaration, or the record's constructor refuses it
    protected final I inputs(NodeInputs inputs) throws NodeException {
        return declaration.inputs().read(inputs);
    }

    /// The values of the record that declares the outputs, by port.
    protected final NodeOutputs outputs(O outputs) {
        return declaration.outputs().write(outputs);
    }
}
