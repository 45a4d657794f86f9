package dev.weft.nodes.api.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.graph.NodeTypeId;
import dev.weft.graph.types.Extent;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.PortType;
import dev.weft.graph.types.TypeRule.Query;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeResult;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecordNodeTest {
    @Test
    void the_annotations_of_the_class_are_the_node_type() {
        NodeSignature signature = new Stitch().signature();
        assertThat(signature.id()).isEqualTo(new NodeTypeId("sewing", "stitch"));
        assertThat(signature.version()).isEqualTo(3);
        assertThat(signature.title()).isEqualTo("Stitch");
        assertThat(signature.category()).isEqualTo("thread");
        assertThat(signature.description()).isEqualTo("Joins cloths.");
        assertThat(signature.terminal()).isFalse();
        assertThat(new Knot().signature().terminal()).isTrue();
    }

    @Test
    void components_of_the_input_record_are_inputs_and_parameters_in_their_order() {
        NodeSignature signature = new Stitch().signature();
        assertThat(signature.inputs())
                .containsExactly(
                        InputPort.required("cloth", new PortKind("cloth"), "One."),
                        InputPort.optional("other_cloth", new PortKind("cloth"), "Another."),
                        InputPort.optional("label", PortKind.TEXT, "A word."),
                        InputPort.required("how_many", PortKind.WHOLE, "A number."));
        assertThat(signature.parameters())
                .containsExactly(
                        new Parameter.Whole("stitches", 4, 2, 64, 2, "How many."),
                        new Parameter.Whole("length", -1, -5, 5, "How long."),
                        new Parameter.Decimal("tension", 0.5, 0, 1, "How tight."),
                        new Parameter.Decimal("slack", 0, -1, 1, "How loose."),
                        new Parameter.Flag("knot", true, "Whether it holds."),
                        new Parameter.Text("note", "none", true, "What else."),
                        new Parameter.Choice("seam", "back", List.of("running", "back"), "Which way."),
                        new Parameter.Choice("colour", "red", List.of("red", "blue"), "Which thread."),
                        new Parameter.Seed("seed", 7, "What is random."));
    }

    @Test
    void components_of_the_output_record_are_outputs() {
        assertThat(new Stitch().signature().outputs())
                .containsExactly(
                        new OutputPort("cloth", new PortKind("cloth"), "All."),
                        new OutputPort("told", PortKind.TEXT, "What was given."),
                        new OutputPort("length", PortKind.DECIMAL, "How long it is."));
    }

    @Test
    void the_method_is_given_every_value_in_the_type_that_its_record_names() throws NodeException {
        NodeResult outputs = new Stitch()
                .execute(
                        new NodeInputs(
                                Map.of("cloth", new Cloth("a"), "other_cloth", new Cloth("b"), "how_many", 2L),
                                values()),
                        NoContext.INSTANCE);
        assertThat(values(outputs))
                .containsEntry("cloth", new Cloth("a"))
                .containsEntry("length", 1.5)
                .containsEntry(
                        "told",
                        "In[cloth=Cloth[name=a], otherCloth=Optional[Cloth[name=b]], label=Optional.empty, howMany=2,"
                                + " stitches=6, length=5, tension=0.25, slack=0.125, knot=false, note=x, seam=BACK,"
                                + " colour=blue, seed=-1]");
    }

    @Test
    void the_message_of_a_record_that_refuses_its_values_is_the_users() {
        Map<String, Object> twisted = new HashMap<>(values().asMap());
        twisted.put("stitches", 64L);
        twisted.put("length", 0L);
        assertThatThrownBy(() -> new Stitch()
                        .execute(
                                new NodeInputs(
                                        Map.of("cloth", new Cloth("a"), "how_many", 1L), new ParameterValues(twisted)),
                                NoContext.INSTANCE))
                .isInstanceOf(NodeException.class)
                .hasMessage("64 stitches of length 0 are none; lower 'stitches' or raise 'length'.");
    }

    @Test
    void a_value_of_another_class_is_told_with_its_port() {
        assertThatThrownBy(() -> new Stitch()
                        .execute(
                                new NodeInputs(Map.of("cloth", "linen", "how_many", 1L), values()), NoContext.INSTANCE))
                .isInstanceOfSatisfying(
                        NodeException.class, e -> assertThat(e.port()).contains("cloth"))
                .hasMessageContaining("got a String but takes a Cloth");
    }

    @Test
    void an_output_is_as_large_as_the_input_that_it_is_like() {
        Extent extent = Extent.of(3, 64, 48);
        Query query = new Query(Map.of("cloth", new PortType(new PortKind("cloth"), extent)), values());
        assertThat(new Stitch().signature().typeRule().infer(query).outputs()).isEqualTo(Map.of("cloth", extent));
    }

    @Test
    void what_is_given_out_is_weighed() throws NodeException {
        NodeResult outputs = new Stitch()
                .execute(
                        new NodeInputs(Map.of("cloth", new Cloth("0123456789"), "how_many", 1L), values()),
                        NoContext.INSTANCE);
        long told = 2L * String.valueOf(values(outputs).get("told")).length();
        assertThat(((NodeOutputs) outputs).byteSize()).isBetween(told + 20, told + 60);
    }

    @Test
    void nodes_may_share_a_base_class_that_knows_only_one_of_the_records() throws NodeException {
        NodeResult outputs = new Loud()
                .execute(
                        new NodeInputs(Map.of("text", "ah"), new ParameterValues(Map.of("times", 3L))),
                        NoContext.INSTANCE);
        assertThat(values(outputs)).isEqualTo(Map.of("text", "AHAHAH"));
    }

    private static Map<String, Object> values(NodeResult result) {
        return ((NodeOutputs) result).values();
    }

    private static ParameterValues values() {
        return new ParameterValues(Map.of(
                "stitches",
                6L,
                "length",
                5L,
                "tension",
                0.25,
                "slack",
                0.125,
                "knot",
                false,
                "note",
                "x",
                "seam",
                "back",
                "colour",
                "blue",
                "seed",
                -1L));
    }

    @Kind("cloth")
    record Cloth(String name) {}

    enum Seam {
        RUNNING,
        BACK
    }

    @Node(value = "sewing:stitch", version = 3, title = "Stitch", category = "thread", description = "Joins cloths.")
    static final class Stitch extends RecordNode<Stitch.In, Stitch.Out> {
        record In(
                @Input("One.") Cloth cloth,
                @Input("Another.") Optional<Cloth> otherCloth,
                @Input("A word.") Optional<String> label,
                @Input("A number.") long howMany,

                @Whole(value = "How many.", initial = 4, minimum = 2, maximum = 64, multipleOf = 2)
                long stitches,

                @Whole(value = "How long.", initial = -1, minimum = -5, maximum = 5)
                int length,

                @Decimal(value = "How tight.", initial = 0.5, minimum = 0, maximum = 1)
                double tension,

                @Decimal(value = "How loose.", minimum = -1, maximum = 1)
                float slack,

                @Flag(value = "Whether it holds.", initial = true)
                boolean knot,

                @Text(value = "What else.", initial = "none", multiline = true)
                String note,

                @Choice(value = "Which way.", initial = "back")
                Seam seam,

                @Choice(
                        value = "Which thread.",
                        options = {"red", "blue"})
                String colour,

                @Seed(value = "What is random.", initial = 7)
                long seed) {
            In {
                if (stitches > 32 && length == 0) {
                    throw new IllegalArgumentException(
                            stitches + " stitches of length 0 are none; lower 'stitches' or raise 'length'.");
                }
            }
        }

        record Out(
                @Output(value = "All.", like = "cloth") Cloth cloth,
                @Output("What was given.") String told,
                @Output("How long it is.") double length) {}

        @Override
        protected Out execute(In in, NodeContext context) {
            return new Out(in.cloth(), in.toString(), 1.5);
        }
    }

    @Node(value = "sewing:knot", title = "Knot", category = "thread", description = "Ends.", terminal = true)
    static final class Knot extends RecordNode<Knot.Ends, Knot.Nothing> {
        record Ends(@Input("One.") Cloth cloth) {}

        record Nothing() {}

        @Override
        protected Nothing execute(Ends in, NodeContext context) {
            return new Nothing();
        }
    }

    record Words(@Output("The words.") String text) {}

    abstract static class TextNode<I extends Record> extends RecordNode<I, Words> {}

    @Node(value = "sewing:loud", title = "Loud", category = "text", description = "Shouts.")
    static final class Loud extends TextNode<Loud.Said> {
        record Said(
                @Input("The words.") String text,

                @Whole(value = "How often.", initial = 1, minimum = 1, maximum = 9)
                int times) {}

        @Override
        protected Words execute(Said in, NodeContext context) {
            return new Words(in.text().toUpperCase(Locale.ROOT).repeat(in.times()));
        }
    }
}
