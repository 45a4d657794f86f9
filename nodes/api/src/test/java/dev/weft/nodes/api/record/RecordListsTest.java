package dev.weft.nodes.api.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import dev.weft.nodes.api.Blocked;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Nodes that take or give more, or fewer, values than one.
final class RecordListsTest {
    private static final ParameterValues NONE = new ParameterValues(Map.of());

    @Node(value = "test:sorter", title = "Sorter", category = "test", description = "Sorts.")
    static final class Sorter extends RecordNode<Sorter.In, Sorter.Out> {
        record In(
                @Input("A list.") List<Long> numbers,

                @Input(value = "Any number.", variadic = true)
                List<String> word,

                @Input("Anything.") Optional<Object> thing,

                @Input(value = "Only if it is needed.", lazy = true)
                Optional<String> spare) {}

        record Out(
                @Output("Sorted.") List<Long> numbers,
                @Output("The words.") String words,
                @Output(value = "The spare one.") Optional<String> spare) {}

        @Override
        public Set<String> demand(NodeInputs known, NodeContext context) throws NodeException {
            return inputs(known).word().isEmpty() ? Set.of("spare") : Set.of();
        }

        @Override
        protected Out execute(In in, NodeContext context) {
            return new Out(
                    in.numbers().stream().sorted().toList(), String.join(" ", in.word()) + in.thing(), in.spare());
        }
    }

    @Test
    void lists_and_options_say_what_their_ports_take_and_give() {
        Sorter sorter = new Sorter();
        assertThat(sorter.signature().inputs())
                .containsExactly(
                        InputPort.required("numbers", PortKind.WHOLE, "A list.").asList(),
                        InputPort.optional("word", PortKind.TEXT, "Any number.").asVariadic(),
                        InputPort.optional("thing", PortKind.ANY, "Anything."),
                        InputPort.optional("spare", PortKind.TEXT, "Only if it is needed.")
                                .asLazy());
        assertThat(sorter.signature().outputs())
                .containsExactly(
                        new OutputPort("numbers", PortKind.WHOLE, "Sorted.").asList(),
                        new OutputPort("words", PortKind.TEXT, "The words."),
                        new OutputPort("spare", PortKind.TEXT, "The spare one."));
    }

    @Test
    void lists_are_given_whole_and_the_links_of_a_variadic_input_in_their_order() throws NodeException {
        NodeInputs inputs = new NodeInputs(
                Map.of("numbers", List.of(3L, 1L, 2L), "word_10", "c", "word_2", "b", "word_1", "a"), NONE);
        NodeOutputs outputs = (NodeOutputs) new Sorter().execute(inputs, NoContext.INSTANCE);
        assertThat(outputs.values())
                .containsEntry("numbers", List.of(1L, 2L, 3L))
                .containsEntry("words", "a b cOptional.empty");
    }

    @Test
    void an_output_without_a_value_blocks_what_takes_it() throws NodeException {
        NodeInputs inputs = new NodeInputs(Map.of("numbers", List.of()), NONE);
        NodeOutputs outputs = (NodeOutputs) new Sorter().execute(inputs, NoContext.INSTANCE);
        assertThat(outputs.values()).containsEntry("spare", Blocked.SILENTLY);
    }

    @Test
    void a_node_asks_for_its_lazy_inputs_by_the_record_of_what_is_known() throws NodeException {
        NodeInputs without = new NodeInputs(Map.of("numbers", List.of()), NONE);
        NodeInputs with = new NodeInputs(Map.of("numbers", List.of(), "word_1", "a"), NONE);
        assertThat(new Sorter().demand(without, NoContext.INSTANCE)).containsExactly("spare");
        assertThat(new Sorter().demand(with, NoContext.INSTANCE)).isEmpty();
    }
}
