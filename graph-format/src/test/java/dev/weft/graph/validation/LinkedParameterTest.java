package dev.weft.graph.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import dev.weft.graph.types.Extent;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.PortType;
import dev.weft.graph.types.TypeRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Outputs that are linked to parameters.
class LinkedParameterTest {
    private static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Whole("whole", 16, 8, 64, 8, "A multiple of eight."),
            new Parameter.Seed("seed", 0, "A seed."),
            new Parameter.Decimal("decimal", 0.5, -1, 1, "A decimal number."),
            new Parameter.Flag("flag", false, "A flag."),
            new Parameter.Text("text", "", true, "A text."),
            new Parameter.Choice("choice", "red", List.of("red", "green"), "A choice."));

    private static final NodeSignature SOURCE = TestCatalog.signature(
            "test:source",
            List.of(),
            List.of(
                    new OutputPort("whole", PortKind.WHOLE, "A number."),
                    new OutputPort("decimal", PortKind.DECIMAL, "A number."),
                    new OutputPort("flag", PortKind.FLAG, "A flag."),
                    new OutputPort("text", PortKind.TEXT, "A text."),
                    new OutputPort("any", PortKind.ANY, "Anything."),
                    new OutputPort("image", PortKind.IMAGE, "A picture.")),
            List.of());

    private static NodeSignature sink(TypeRule rule) {
        return TestCatalog.terminal(TestCatalog.signature(
                        "test:sink", List.of(), List.of(new OutputPort("image", PortKind.IMAGE, "It.")), PARAMETERS)
                .with(rule));
    }

    private static Validation validate(TypeRule rule, Map<String, JsonValue> set, Link... links) {
        Workflow workflow = Workflow.of(
                List.of(
                        Node.of("sink", NodeTypeId.parse("test:sink"), 1, set),
                        Node.of("source", NodeTypeId.parse("test:source"), 1, Map.of())),
                List.of(links));
        return new Validator(new TestCatalog(List.of(sink(rule), SOURCE))).validate(workflow);
    }

    private static List<String> messages(Validation validation) {
        return validation instanceof Validation.Invalid invalid
                ? invalid.problems().stream().map(Problem::message).toList()
                : List.of();
    }

    @ParameterizedTest
    @CsvSource({
        "whole, whole",
        "whole, seed",
        "decimal, decimal",
        "whole, decimal",
        "flag, flag",
        "text, text",
        "text, choice",
        "any, whole",
        "any, text"
    })
    void an_output_of_a_fitting_kind_may_be_linked_to_a_parameter(String output, String parameter) {
        Validation validation = validate(TypeRule.NONE, Map.of(), Link.of("source." + output, "sink." + parameter));

        assertThat(messages(validation)).isEmpty();
        List<PlannedNode> nodes = ((Validation.Valid) validation).plan().nodes();
        assertThat(nodes).extracting(PlannedNode::id).containsExactly("source", "sink");
        PlannedNode sink = nodes.getLast();
        assertThat(sink.inputs()).containsExactly(Map.entry(parameter, new PortAddress("source", output)));
        assertThat(sink.linkedParameters()).extracting(Parameter::name).containsExactly(parameter);
        assertThat(sink.parameters().has(parameter)).isFalse();
        assertThat(sink.parameters().asMap()).hasSize(PARAMETERS.size() - 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            decimal | whole   | a decimal to a parameter that takes a whole
            decimal | seed    | a decimal to a parameter that takes a whole
            text    | decimal | a text to a parameter that takes a decimal or a whole
            image   | text    | an image to a parameter that takes a text
            whole   | flag    | a whole to a parameter that takes a flag
            flag    | choice  | a flag to a parameter that takes a text
            """)
    void an_output_of_another_kind_is_refused(String output, String parameter, String what) {
        assertThat(messages(validate(TypeRule.NONE, Map.of(), Link.of("source." + output, "sink." + parameter))))
                .containsExactly("The link source." + output + " → sink." + parameter + " gives " + what
                        + "; link an output of that kind, or remove the link and set its value.");
    }

    @Test
    void a_parameter_takes_one_link() {
        assertThat(messages(validate(
                        TypeRule.NONE,
                        Map.of(),
                        Link.of("source.whole", "sink.seed"),
                        Link.of("source.any", "sink.seed"))))
                .containsExactly("Input 'seed' of node 'sink' takes one link but has 2, from source.whole, source.any; "
                        + "keep one of them.");
    }

    @Test
    void what_is_set_beside_a_link_gives_way_to_it_but_must_be_sound() {
        Link link = Link.of("source.text", "sink.text");

        Validation kept = validate(TypeRule.NONE, Map.of("text", new JsonString("set")), link);
        Validation wrong = validate(TypeRule.NONE, Map.of("text", JsonNumber.of(1)), link);

        assertThat(((Validation.Valid) kept)
                        .plan()
                        .nodes()
                        .getLast()
                        .parameters()
                        .has("text"))
                .isFalse();
        assertThat(messages(wrong))
                .containsExactly("Parameter 'text' of node 'sink' must be text, but is the number 1; put it into "
                        + "quotation marks.");
    }

    @Test
    void the_type_rule_is_asked_only_where_all_parameters_are_known() {
        TypeRule rule = query -> TypeRule.Typing.of(
                Map.of("image", Extent.ofBatch(query.parameters().integer("whole"))));

        Validation set = validate(rule, Map.of());
        Validation linked = validate(rule, Map.of(), Link.of("source.whole", "sink.whole"));

        assertThat(((Validation.Valid) set).plan().nodes().getLast().outputs())
                .containsEntry("image", new PortType(PortKind.IMAGE, Extent.ofBatch(16)));
        assertThat(((Validation.Valid) linked).plan().nodes().getLast().outputs())
                .containsEntry("image", PortType.of(PortKind.IMAGE));
    }

    @Test
    void a_circle_through_a_parameter_is_found() {
        NodeSignature turn = TestCatalog.terminal(TestCatalog.signature(
                "test:turn",
                List.of(),
                List.of(new OutputPort("text", PortKind.TEXT, "A text.")),
                List.of(new Parameter.Text("text", "", false, "A text."))));
        Workflow workflow = Workflow.of(
                List.of(Node.of("turn", turn.id(), 1, Map.of())), List.of(Link.of("turn.text", "turn.text")));

        assertThat(messages(new Validator(new TestCatalog(List.of(turn))).validate(workflow)))
                .containsExactly("The nodes turn → turn wait for each other in a circle; remove one of these links, "
                        + "such as turn.text → turn.text.");
    }

    private static Parameter parameter(String name) {
        return PARAMETERS.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> arrived(String name, Object value) {
        return new ParameterValues(Map.of()).with(parameter(name), value).asMap();
    }

    @Test
    void a_value_that_arrives_becomes_what_a_set_one_would_be() {
        assertThat(arrived("whole", 64L)).containsExactly(Map.entry("whole", 64L));
        assertThat(arrived("whole", 8)).containsExactly(Map.entry("whole", 8L));
        assertThat(arrived("seed", -1L)).containsExactly(Map.entry("seed", -1L));
        assertThat(arrived("decimal", -1.0)).containsExactly(Map.entry("decimal", -1.0));
        assertThat(arrived("decimal", 1L)).containsExactly(Map.entry("decimal", 1.0));
        assertThat(arrived("decimal", 0.5f)).containsExactly(Map.entry("decimal", 0.5));
        assertThat(arrived("flag", true)).containsExactly(Map.entry("flag", true));
        assertThat(arrived("text", "a\nb")).containsExactly(Map.entry("text", "a\nb"));
        assertThat(arrived("choice", "green")).containsExactly(Map.entry("choice", "green"));
    }

    @Test
    void a_value_that_arrives_and_does_not_do_is_refused_with_what_would() {
        assertRefused("whole", 72L, "the link gives 72, which is out of range; give from 8 to 64");
        assertRefused("whole", 20L, "the link gives 20, which is not a multiple of 8; give one that is");
        assertRefused("whole", 20.0, "the link gives a Double, but it takes a whole number; link another output");
        assertRefused("decimal", 1.5, "the link gives 1.5, which is out of range; give from -1.0 to 1.0");
        assertRefused("decimal", Double.NaN, "the link gives NaN, which is out of range; give from -1.0 to 1.0");
        assertRefused("flag", "true", "the link gives a String, but it takes true or false; link another output");
        assertRefused("choice", "blue", "the link gives \"blue\", which is not in its list; give one of red, green");
    }

    private static void assertRefused(String name, Object value, String sentence) {
        assertThatThrownBy(() -> arrived(name, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
